/** Something that is made when it is first asked for, and then kept. */

/** Wraps a function so that it runs once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
