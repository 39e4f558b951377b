import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Language } from '../src/shared/languages';
import { everydayPhrases, everydaySentences } from '../src/training/rows/everyday';
import { textKey } from '../src/training/rows/text-key';

const LANGUAGES = ['en', 'zh'] as const;
const CATEGORIES = [
  ...['plain', 'event', 'negation', 'informal', 'fragment', 'numbers', 'comparison', 'reported', 'question', 'mixed'],
  ...['contrast', 'degree', 'idiom', 'wish', 'request', 'lookalike', 'irony'],
];

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** The sentences that defaults are measured by: the project's two sets, which nobody who writes rows has to see. */
function challenges(language: Language): string[] {
  return ['', '-blind'].flatMap((set) => {
    const rows = read(`test/challenge/${language}${set}.jsonl`).trim().split('\n');
    return rows.map((row) => (JSON.parse(row) as { text: string }).text);
  });
}

/** English: words without their endings and without the commonest; Chinese: pairs of neighbouring characters. */
function parts(text: string, language: Language): Set<string> {
  if (language === 'zh') {
    const key = [...textKey(text)];
    return new Set(key.slice(1).map((character, i) => key[i] + character));
  }
  const words = text.toLowerCase().match(/[a-z']+/g) ?? [];
  return new Set(words.filter((word) => word.length > 3).map((word) => word.replace(/(ing|ed|es|s|ly)$/, '')));
}

/** Lines, from 1, whose text is one of the given keys' or shares more than half of its parts with one of the texts. */
function tooNear(texts: readonly string[], language: Language): number[] {
  const judged = challenges(language);
  const keys = new Set(judged.map(textKey));
  const sizes = judged.map((text) => parts(text, language).size);
  // By part, so that a text is compared only with those that share something with it.
  const having = new Map<string, number[]>();
  judged.forEach((text, at) => {
    for (const part of parts(text, language)) having.set(part, [...(having.get(part) ?? []), at]);
  });
  return texts.flatMap((text, at) => {
    const own = parts(text, language);
    const shared = new Map<number, number>();
    for (const part of own) for (const of of having.get(part) ?? []) shared.set(of, (shared.get(of) ?? 0) + 1);
    const near = [...shared].some(
      ([of, count]) => own.size > 2 && sizes[of] > 2 && count / (own.size + sizes[of] - count) > 0.5,
    );
    return near || keys.has(textKey(text)) ? [at + 1] : [];
  });
}

/** Lines, from 1, whose text stood in an earlier one. */
function repeated(texts: readonly string[]): number[] {
  const seen = new Set<string>();
  return texts.flatMap((text, at) => {
    const key = textKey(text);
    return seen.has(key) ? [at + 1] : (seen.add(key), []);
  });
}

describe.each(LANGUAGES)('data/everyday, %s', (language) => {
  const sentencesName = `data/everyday/${language}.sentences.tsv`;
  const phrasesName = `data/everyday/${language}.phrases.tsv`;
  const sentences = everydaySentences(read(sentencesName), sentencesName);
  const phrases = everydayPhrases(read(phrasesName), phrasesName);
  const heldOutName = `data/everyday/${language}.held-out.tsv`;
  const heldOut = everydaySentences(read(heldOutName), heldOutName);

  it('has as many rows as its README says', () => {
    const readme = read('data/everyday/README.md');
    const [all, twins] = [sentences, sentences.filter(({ fields }) => fields.contrast !== undefined)];
    const counts = [all.length, twins.length, phrases.length, heldOut.length].map((count) =>
      count.toLocaleString('en'),
    );
    expect(readme).toContain(`| \`${language}\` | ${counts.join(' | ')} |`);
  });

  it('holds no text twice, and none with white space around it or a mark left over', () => {
    // Held-out sentences first: the lines are theirs, then those of the sentences, behind them.
    expect(repeated([...heldOut, ...sentences].map(({ text }) => text))).toEqual([]);
    expect(repeated(phrases.map(({ text }) => text))).toEqual([]);
    const untidy = [...sentences, ...heldOut, ...phrases].filter(
      ({ text }) => text !== text.trim() || /[⟦⟧\t\r]/u.test(text),
    );
    expect(untidy.map(({ text }) => text)).toEqual([]);
  });

  it('has known categories, each under every label', () => {
    for (const category of CATEGORIES) {
      const labels = new Set(sentences.filter(({ fields }) => fields.category === category).map(({ label }) => label));
      expect([category, labels.size > 1]).toEqual([category, true]);
    }
    expect(new Set(sentences.map(({ fields }) => fields.category))).toEqual(new Set(CATEGORIES));
  });

  it('underlines a reason in nearly every sentence that judges, and in no word by half', () => {
    const judging = sentences.filter(({ label }) => label !== 'neutral');
    expect(judging.filter(({ fields }) => fields.spans.length > 0).length / judging.length).toBeGreaterThan(0.97);
  });

  it.each([
    ['sentences', sentences, 1000],
    ['held-out sentences', heldOut, 500],
  ])('has twins of different labels that stand together, in one block: %s', (_, rows, least) => {
    const twins = new Map<string, number[]>();
    rows.forEach(({ fields: { contrast } }, at) => {
      if (contrast !== undefined) twins.set(contrast, [...(twins.get(contrast) ?? []), at]);
    });
    const bad = [...twins].filter(([, at]) => {
      const labels = new Set(at.map((row) => rows[row].label));
      const groups = new Set(at.map((row) => rows[row].fields.group));
      return at.length < 2 || labels.size < 2 || groups.size > 1 || at[at.length - 1] - at[0] > 8;
    });
    expect(bad.map(([name]) => name)).toEqual([]);
    expect(twins.size).toBeGreaterThan(least);
  });

  it('holds no sentence that the defaults are measured by, and none that is nearly one', () => {
    // Lines only: whoever writes rows must not come to see the blind sentences.
    for (const rows of [sentences, heldOut, phrases])
      expect(
        tooNear(
          rows.map(({ text }) => text),
          language,
        ),
      ).toEqual([]);
  });
});
