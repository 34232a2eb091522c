/** A compiled pack is opened only when it is whole: whatever is cut, foreign or torn must be built anew. */
import { buildImage } from '../../pipeline/lookup/build-image.js';
import { HEADER, openImage } from '../../pipeline/lookup/image.js';
import { SMALL } from './layers.js';

const built = buildImage(SMALL);

/** A copy with one integer changed. */
function changed(at: number, value: number): Int32Array {
  const image = built.slice();
  image[at] = value;
  return image;
}

test('a whole one opens, and has the rows that it was built of', () => {
  const opened = openImage(built);
  expect(opened?.rows('names').map(({ name }) => name)).toEqual(SMALL.names.map(({ name }) => name));
});

test.each([
  ['none', new Int32Array(0)],
  ['a cut header', built.subarray(0, HEADER - 1)],
  ['another file', changed(0, 7)],
  ['a length below zero', changed(HEADER - 1, -1)],
  ['lengths that do not add up', changed(HEADER - 1, built[HEADER - 1] + 1)],
  ['a cut end', built.subarray(0, built.length - 1)],
])('%s is refused', (_what, image) => {
  expect(openImage(image)).toBeUndefined();
});
