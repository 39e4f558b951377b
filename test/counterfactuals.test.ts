import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyEdit } from '../src/explain/counterfactuals/edits';
import { findCounterfactuals } from '../src/explain/counterfactuals/counterfactuals';
import { naturalChanges } from '../src/explain/counterfactuals/natural-changes';
import { Trial } from '../src/explain/counterfactuals/trial';
import { loadModel } from '../src/model/load-model';
import { startTestBackend } from '../src/model/testing/backend';
import { jiebaTable } from '../src/text/testing';
import { segmenterFor, stopWords } from '../src/text/languages';
import type { Language } from '../src/shared/languages';
import { explanationOf } from './doubles/explanations';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

interface Sample {
  readonly language: Language;
  readonly text: string;
  /** Its nouns and names: nothing stands for their opposite, so no suggestion may touch them. */
  readonly nouns?: readonly string[];
}

/** A suggestion that someone read, without knowing how it was made: is it grammatical, and does it make sense? */
interface Reading {
  readonly text: string;
  readonly changed: string;
  readonly sensible: boolean;
}

function rows<Row>(name: string): readonly Row[] {
  const lines = readFileSync(file(`counterfactuals/${name}`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}

const SAMPLES = rows<Sample>('sentences.jsonl');
/** Reviews, tickets and messages: what is suggested for them was read as well. */
const OTHERS = rows<Sample>('other-texts.jsonl');
/** Suggestions that were read and found wanting; others of the kind that were found good count as good. */
const WANTING = new Set(rows<Reading>('readings.jsonl').flatMap((each) => (each.sensible ? [] : [each.changed])));
const NAMES = /Marco|Ana|Lisbon|王师傅|李老师/gu;
const goesOn = (): Promise<void> => Promise.resolve();

beforeAll(startTestBackend);

interface Suggested extends Sample {
  readonly changed: readonly string[];
}

describe.each(['en', 'zh'] as const)('first suggestions for %s', (language) => {
  let subject: Awaited<ReturnType<typeof loadModel>>;
  let segment: Awaited<ReturnType<typeof segmenterFor>>;

  beforeAll(async () => {
    subject = await loadModel(language, (name) => readFile(file(`../models/${language}/${name}`)));
    segment = await segmenterFor(language, jiebaTable);
  });
  afterAll(() => subject.dispose());

  const recut = (text: string) => Promise.resolve(segment(text));
  const explained = (text: string) => {
    const words = segment(text).map((word) => word.text);
    return { ...explanationOf(text, words), language };
  };

  /** What is suggested for each text, after what holds for all of them was tested. */
  async function suggested(samples: readonly Sample[]): Promise<readonly Suggested[]> {
    const all: Suggested[] = [];
    for (const sample of samples) {
      const { text } = sample;
      const trial = new Trial(subject, explained(text), recut);
      const { found } = await naturalChanges(trial, goesOn);
      const changed = found.map(({ edits }) => applyEdit(text, edits));
      const label = subject.labels[trial.prediction.label];
      expect(changed.length).toBeLessThanOrEqual(3);
      expect(new Set([text, ...changed]).size).toBe(changed.length + 1);
      for (const each of found) expect(each.label).not.toBe(label);
      all.push({ ...sample, changed });
      process.stdout.write(`${text}\n  ${label} → ${found[0]?.label ?? 'none'}: ${changed.join('\n    or ')}\n`);
    }
    return all;
  }

  const wanting = (all: readonly Suggested[]): string[] =>
    all.flatMap(({ changed: [first] }) => (first !== undefined && WANTING.has(first) ? [first] : []));
  /** Of all that are offered, also the second and third. */
  const anyWanting = (all: readonly Suggested[]): string[] =>
    all.flatMap(({ changed }) => changed.filter((each) => WANTING.has(each)));

  test('are there, change the prediction, leave names alone, and read well', async () => {
    const all = await suggested(SAMPLES.filter((sample) => sample.language === language));
    expect(all).toHaveLength(30);
    for (const { text, changed } of all)
      for (const each of changed) expect(each.match(NAMES)).toEqual(text.match(NAMES));
    const good = all.filter(({ changed }) => changed.length > 0).length - wanting(all).length;
    process.stdout.write(`${good} of ${all.length} first suggestions (${language})\n`);
    expect(anyWanting(all)).toEqual([]);
    expect(good / all.length).toBeGreaterThanOrEqual(0.8);
  });

  test('of other texts never touch a noun without an opposite, and read well where there are any', async () => {
    const all = await suggested(OTHERS.filter((sample) => sample.language === language));
    expect(all).toHaveLength(20);
    for (const { nouns = [], changed } of all)
      for (const each of changed) for (const noun of nouns) expect(each).toContain(noun);
    const some = all.filter(({ changed }) => changed.length > 0).length;
    const good = some - wanting(all).length;
    process.stdout.write(`${good} of ${some} first suggestions, none for ${all.length - some} (${language})\n`);
    // Of texts of any kind many have no change that reads well: none is better than a bad one.
    expect(some).toBeGreaterThanOrEqual(8);
    expect(good / some).toBeGreaterThanOrEqual(0.8);
    expect(anyWanting(all)).toEqual([]);
  });

  test('are none where nothing that a person would write changes the prediction', async () => {
    const text = { en: 'What a surprise, the upgrade actually fixed the bug.', zh: '客服一直没人理，等了两个小时。' }[
      language
    ];
    const { replacements } = await findCounterfactuals(
      subject,
      explained(text),
      { recut, stopWords: stopWords(language) },
      goesOn,
    );
    expect(replacements.found).toEqual([]);
  });
});
