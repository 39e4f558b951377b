import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutText } from '../../src/engine/local/cut-text';
import { explainText } from '../../src/explain/explain';
import { loadWholeModel } from '../../src/model/network/load-whole-model';
import { segmenterFor } from '../../src/text/languages';
import { INSTALLATION } from './engine.mjs';
import { interleaved, median, spread } from './measure.mjs';

const WORDS = [20, 60, 124, 200];
const TEXTS = 8;
const SAMPLES = { en: 'film-reviews.md', zh: 'canting-pingjia.txt' };

const read = async (file) => new Uint8Array(readFileSync(join(INSTALLATION, file)));

/** Texts of so many words, from the samples: each begins with another of their paragraphs. */
const textsOf = async (language, cut) => {
  const whole = readFileSync(join(INSTALLATION, 'samples', SAMPLES[language]), 'utf8');
  const paragraphs = whole.split(/\n+/).filter((each) => each.length > 8 && !each.startsWith('#'));
  const texts = new Map(WORDS.map((count) => [count, []]));
  for (let at = 0; at < TEXTS; at++) {
    const from = at % paragraphs.length;
    const long = Array.from({ length: 6 }, () => [...paragraphs.slice(from), ...paragraphs.slice(0, from)]).flat();
    const text = long.join(language === 'en' ? ' ' : '');
    const { words } = await cut(text);
    for (const count of WORDS) {
      const last = words[Math.min(words.length, count) - 1];
      texts.get(count).push(await cut(text.slice(0, last.end)));
    }
  }
  return texts;
};

/** The default explanation of texts of some lengths; equal digests of two versions mean equal bytes. */
export const measureDefaults = async ({ quick, now }) => {
  const engines = [];
  const digest = new Map();
  for (const language of Object.keys(SAMPLES)) {
    const model = await loadWholeModel(language, (file) => read(`models/${language}/${file}`));
    const segmenters = new Map();
    const cut = async (text) => {
      const found = await cutText(text, language, async (asked) => {
        if (!segmenters.has(asked)) segmenters.set(asked, await segmenterFor(asked, read));
        return segmenters.get(asked);
      });
      return { text, language, words: found.words };
    };
    for (const [count, texts] of await textsOf(language, cut)) {
      const name = `${language}, ${count} words`;
      const hash = createHash('sha256');
      for (const text of texts) hash.update(JSON.stringify(explainText(model, text, {})));
      digest.set(name, hash.digest('hex').slice(0, 12));
      engines.push({ name, run: (at) => explainText(model, texts[at], {}) });
    }
  }
  const samples = await interleaved(engines, [...Array(TEXTS).keys()], quick ? 5 : 20, now);
  const defaults = engines.map(({ name }) => ({
    name,
    milliseconds: median(samples.get(name)),
    spread: spread(samples.get(name)),
    digest: digest.get(name),
  }));
  return { defaults };
};
