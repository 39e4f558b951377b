import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import TRADITIONAL from 'opencc-js/dict/TSCharacters';
import { beforeAll, describe, expect, it } from 'vitest';
import { predictText } from '../src/explain/predict';
import { loadWholeModel } from '../src/model/network/load-whole-model';
import { startTestBackend } from '../src/model/testing/backend';
import { seededRandom, type Random } from '../src/shared/random';
import { jiebaTable } from '../src/text/testing';
import type { Segmenter } from '../src/text/word';
import { everydaySentences } from '../src/training/rows/everyday';
import { segmenterFor } from '../src/text/languages';

/** Sentences of each way of writing, and the share of them that must keep the label of the plain spelling. */
const SENTENCES = 300;
const FLOOR = 0.95;

type Write = (text: string, random: Random, segment: Segmenter) => string;

const picked = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)];

/** One word that fits is written in another way; the text itself where none fits. */
const oneWord =
  (fits: RegExp, change: (word: string, random: Random) => string): Write =>
  (text, random, segment) => {
    const words = segment(text).filter(({ text: word }) => fits.test(word));
    if (words.length === 0) return text;
    const { start, end, text: word } = picked(words, random);
    return text.slice(0, start) + change(word, random) + text.slice(end);
  };

const slip = (word: string, random: Random): string => {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [head, letter, next, tail] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  return picked([head + next + tail, head + letter + letter + next + tail, head + next + letter + tail], random);
};
const wide = (text: string): string =>
  text.replace(/[A-Za-z0-9]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const stretched = (word: string): string => word.replace(/[aeiou](?!.*[aeiou])/u, (vowel) => vowel.repeat(5));

const traditionalOf = new Map(
  TRADITIONAL.split('|')
    .map((pair) => pair.split(' '))
    .filter(([from, to]) => from.length === 1 && to.length === 1)
    .reverse()
    .map(([from, to]) => [to, from]),
);
const WAYS: Record<'en' | 'zh', readonly [string, Write][]> = {
  en: [
    // In Chinese each of the signs is a word of its own, and the default hears them.
    ['many signs at the end', (text) => text.replace(/[!?]$/u, (sign) => sign.repeat(6))],
    ['full width', wide],
    ['a slip of the pen', oneWord(/^[a-z]{5,}$/u, slip)],
    ['a stretched word', oneWord(/^[a-z]*[aeiou][a-z]{2,}$/u, stretched)],
    ['a hashtag', oneWord(/^[a-z]{4,}$/u, (word) => `#${word}`)],
    ['capitals', (text) => text.toUpperCase()],
  ],
  zh: [
    ['full width', wide],
    ['traditional characters', (text) => Array.from(text, (c) => traditionalOf.get(c) ?? c).join('')],
  ],
};

beforeAll(startTestBackend);

describe.each(['en', 'zh'] as const)('the default for %s', (language) => {
  const rows = everydaySentences(readFileSync(`data/everyday/${language}.sentences.tsv`, 'utf8'), language);
  const read = (name: string) => readFile(`models/${language}/${name}`);

  it.each(WAYS[language])('reads a text alike with %s', async (_way, write) => {
    const [model, segment] = await Promise.all([loadWholeModel(language, read), segmenterFor(language, jiebaTable)]);
    const random = seededRandom(5);
    const labelOf = (text: string) => predictText(model, { text, language, words: segment(text) }).label;
    let [asked, kept] = [0, 0];
    for (let at = 0; at < rows.length && asked < SENTENCES; at += 7) {
      const written = write(rows[at].text, random, segment);
      if (written === rows[at].text) continue;
      asked++;
      if (labelOf(written) === labelOf(rows[at].text)) kept++;
    }
    expect(asked).toBeGreaterThan(60);
    expect(kept / asked).toBeGreaterThanOrEqual(FLOOR);
    model.dispose();
  });

  it('reads emoji of every skin as one', async () => {
    const [model, segment] = await Promise.all([loadWholeModel(language, read), segmenterFor(language, jiebaTable)]);
    const figures = (text: string) => predictText(model, { text, language, words: segment(text) }).probabilities;
    for (const { text } of rows.slice(0, 40)) expect(figures(`${text} 👍🏿`)).toEqual(figures(`${text} 👍`));
    model.dispose();
  });
});
