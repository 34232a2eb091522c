/** The program whose start-up `start-up/names-100k` measures: opens the image named in its argument, and ends ready for texts. */
import { createExtractor } from '../index.js';
import { readImageFile } from '../packs/image-file.js';

const image = readImageFile(process.argv[2]);
if (image === undefined) process.exitCode = 1;
else createExtractor({ image });
