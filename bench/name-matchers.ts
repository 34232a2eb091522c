/**
 * Finding the names of a long list: ours from text to verified hits, with attached particles and folded spellings, and
 * the packages of npm for the same forms, which only find them letter by letter as they are written.
 */
import { openPack } from '../packs/open.js';
import { openLexicon } from '../pipeline/lookup/lexicon.js';
import { lookUp } from '../pipeline/lookup/lookup.js';
import { WordMemory } from '../pipeline/lookup/word-memory.js';
import { tokenize } from '../pipeline/tokenize.js';
import type { Setting, Throughput } from './measurement.js';
import { formsOf, onlyNames } from './name-lists.js';
import { throughput } from './stopwatch.js';
import { readTexts } from './texts.js';

export async function ourNames({ texts, seconds }: Setting, count: number): Promise<Throughput> {
  const lexicon = openLexicon(openPack(onlyNames(count)));
  const memory = new WordMemory();
  return throughput(await readTexts(texts), seconds, {
    prepare: ({ text }) => text,
    run: (text) => lookUp(lexicon, memory, tokenize(text)).names.length,
  });
}

/** Names that the packages are given. */
const COUNT = 100_000;

/** Its double-array trie, leftmost and longest. */
export function modernAhoCorasick(setting: Setting): Promise<Throughput> {
  return peer(setting, async (forms) => {
    const { default: FastAhoCorasick } = await import('modern-ahocorasick/fast');
    const matcher = new FastAhoCorasick(forms);
    return (text) => matcher.search(text, { strategy: 'leftmost-longest' }).length;
  });
}

export function monyoneAhoCorasick(setting: Setting): Promise<Throughput> {
  return peer(setting, async (forms) => {
    const { AhoCorasick } = await import('@monyone/aho-corasick/fast');
    const matcher = new AhoCorasick(forms);
    return (text) => matcher.matchInText(text).length;
  });
}

export function tanishikingAhoCorasick(setting: Setting): Promise<Throughput> {
  return peer(setting, async (forms) => {
    const { Trie } = (await import('@tanishiking/aho-corasick')).default;
    const matcher = new Trie(forms, { allowOverlaps: false, onlyWholeWords: false, caseInsensitive: false });
    return (text) => matcher.parseText(text).length;
  });
}

async function peer(
  { texts, seconds }: Setting,
  matcherOf: (forms: string[]) => Promise<(text: string) => number>,
): Promise<Throughput> {
  const run = await matcherOf(formsOf(onlyNames(COUNT)));
  return throughput(await readTexts(texts), seconds, { prepare: ({ text }) => text, run });
}
