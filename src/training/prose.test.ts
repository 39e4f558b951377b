import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Language } from '../shared/languages';
import { ownProse } from './prose';
import { textKey } from './rows/text-key';

const LANGUAGES = ['en', 'zh'] as const;
const COUNT = 4000;

/** The sentences that defaults are judged by: the project's two sets. */
function challenges(language: Language): string[] {
  return ['', '-blind'].flatMap((set) => {
    const url = new URL(`../../test/challenge/${language}${set}.jsonl`, import.meta.url);
    const rows = readFileSync(url, 'utf8').trim().split('\n');
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

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((part) => b.has(part)).length;
  return shared / (a.size + b.size - shared);
}

describe.each(LANGUAGES)('own prose, %s', (language) => {
  const rows = ownProse(language, COUNT, 1);

  it('has so many different sentences of each label, no gap left open', () => {
    for (const label of ['negative', 'neutral', 'positive']) {
      const own = rows.filter((row) => row.label === label);
      expect(own.length).toBe(COUNT);
      expect(new Set(own.map(({ text }) => text)).size).toBe(COUNT);
    }
    expect(rows.filter(({ text }) => /[{}]|\s{2}|^\s|\s$/.test(text))).toEqual([]);
  });

  it('is the same for the same seed', () => {
    expect(ownProse(language, 50, 3)).toEqual(ownProse(language, 50, 3));
    expect(ownProse(language, 50, 3)).not.toEqual(ownProse(language, 50, 4));
  });

  it('holds no sentence that the defaults are judged by, and none that is nearly one', () => {
    const judged = challenges(language).map((text) => ({ text, key: textKey(text), parts: parts(text, language) }));
    const keys = new Set(judged.map(({ key }) => key));
    expect(rows.filter(({ text }) => keys.has(textKey(text)))).toEqual([]);
    const near = rows.flatMap(({ text }) => {
      const own = parts(text, language);
      const twin = own.size < 3 ? undefined : judged.find((of) => of.parts.size > 2 && likeness(own, of.parts) > 0.5);
      return twin ? [`${text} | ${twin.text}`] : [];
    });
    expect(near).toEqual([]);
  });
});
