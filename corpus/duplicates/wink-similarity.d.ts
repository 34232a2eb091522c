/** The part of wink-nlp that is used here and that its own types leave out. */
declare module 'wink-nlp/utilities/similarity.js' {
  const similarity: {
    readonly set: {
      /** With the weights left out, the share of common members in both sets (Dice), to six places. */
      tversky(a: ReadonlySet<number>, b: ReadonlySet<number>): number;
    };
  };
  export default similarity;
}
