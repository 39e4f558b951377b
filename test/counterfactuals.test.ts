import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyEdit } from '../src/explain/counterfactuals/edits';
import { naturalChanges } from '../src/explain/counterfactuals/natural-changes';
import { Trial } from '../src/explain/counterfactuals/trial';
import { loadModel } from '../src/model/load-model';
import { startTestBackend } from '../src/model/testing/backend';
import { jiebaTable } from '../src/text/testing';
import { segmenterFor } from '../src/text/languages';
import type { Language } from '../src/shared/languages';
import { explanationOf } from './doubles/explanations';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

interface Sample {
  readonly language: Language;
  readonly text: string;
}

/** A first suggestion that someone read, without knowing how it was made: is it grammatical, and does it make sense? */
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
/** Suggestions that were read and found wanting; others of the kind that were found good count as good. */
const WANTING = new Set(rows<Reading>('readings.jsonl').flatMap((each) => (each.sensible ? [] : [each.changed])));
const NAMES = /Marco|Ana|Lisbon|王师傅|李老师/gu;

beforeAll(startTestBackend);

describe.each(['en', 'zh'] as const)('first suggestions for %s', (language) => {
  test('are there, change the prediction, leave names alone, and read well', async () => {
    const subject = await loadModel(language, (name) => readFile(file(`../models/${language}/${name}`)));
    const segment = await segmenterFor(language, jiebaTable);
    const samples = SAMPLES.filter((sample) => sample.language === language);
    expect(samples).toHaveLength(30);
    const said: string[] = [];
    let good = 0;
    for (const { text } of samples) {
      const words = segment(text);
      const explanation = {
        ...explanationOf(
          text,
          words.map((word) => word.text),
        ),
        language,
      };
      const trial = new Trial(subject, explanation, (changed) => Promise.resolve(segment(changed)));
      const { found } = await naturalChanges(trial, () => Promise.resolve());
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found.map(({ edits }) => JSON.stringify(edits))).size).toBe(found.length);
      const changed = found.map(({ edits }) => applyEdit(text, edits));
      for (const each of changed) expect(each.match(NAMES)).toEqual(text.match(NAMES));
      const label = subject.labels[trial.prediction.label];
      for (const each of found) expect(each.label).not.toBe(label);
      if (changed.length > 0 && !WANTING.has(changed[0])) good++;
      said.push(`${text}\n  ${label} → ${found[0]?.label ?? 'none'}: ${changed.join('\n    or ')}`);
    }
    subject.dispose();
    process.stdout.write(`${said.join('\n')}\n${good} of ${samples.length} first suggestions (${language})\n`);
    expect(good / samples.length).toBeGreaterThanOrEqual(0.8);
  });
});
