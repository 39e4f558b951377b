import { beforeAll, describe, expect, it } from 'vitest';
import { loadWholeModel, networkOf } from '../../model/network/load-whole-model';
import type { Model } from '../../model/model';
import { startTestBackend } from '../../model/testing/backend';
import { TINY_EN, TINY_EN_THREE, TINY_ZH, tinyModel, type TinyModel } from '../../model/testing/tiny-models';
import { Vocabulary } from '../../text/vocabulary';
import { modelTeacher, distilledSamples } from './distillation';
import { ngramTeacher } from './ngram-teacher';
import { logitsAll } from '../evaluation/predict';
import { samplesOf, type TokenizedRow } from '../rows/encoded-texts';

beforeAll(startTestBackend);

async function loaded(tiny: TinyModel): Promise<Model> {
  const files = await tinyModel(tiny);
  return loadWholeModel(tiny.name, (name) => {
    const bytes = files.get(name);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(name));
  });
}

const LABELS = ['negative', 'positive'];
const ROWS: TokenizedRow[] = [{ label: 'positive', tokens: ['a', 'good', 'plot'] }];
const UNLABELLED = [['not', 'a', 'minute'], ['bad']];
const CUT = { length: 0, cut: 'first' } as const;
// The student's own words: ids differ from the teachers'.
const STUDENT = new Vocabulary(['plot', 'bad', 'good', 'a'], true);

function distilled(teachers: readonly Model[], share: number) {
  const samples = samplesOf(ROWS, LABELS, STUDENT, CUT);
  return distilledSamples(
    { teachers: teachers.map(modelTeacher), share, texts: UNLABELLED },
    ROWS,
    samples,
    LABELS,
    STUDENT,
    CUT,
  );
}

/** Mean P(positive), from the teachers' own encoding of the text. */
function meanPrediction(teachers: readonly Model[], tokens: readonly string[]): number {
  const odds = teachers.map((teacher) => {
    const ids = teacher.vocabulary.encode(tokens);
    return logitsAll(networkOf(teacher), [
      { ids: teacher.vocabulary.masksUnknown ? ids.filter((id) => id > 0) : ids, label: 0 },
    ])[0][0];
  });
  return odds.reduce((sum, z) => sum + 1 / (1 + Math.exp(-z)), 0) / odds.length;
}

describe('distillation from teachers', () => {
  it('mixes the label with the soft label on labelled rows, and takes the soft label alone elsewhere', async () => {
    const teachers = [await loaded(TINY_EN), await loaded({ ...TINY_EN, name: 'en-other', seed: 99 })];
    const [labelled, ...others] = distilled(teachers, 0.25);
    const predicted = meanPrediction(teachers, ROWS[0].tokens);
    expect(labelled.target?.[1]).toBeCloseTo(0.75 + 0.25 * predicted, 6);
    expect(labelled.target?.[0]).toBeCloseTo(0.25 * (1 - predicted), 6);
    expect([...labelled.ids]).toEqual([4, 3, 1]);
    others.forEach(({ target }, i) => expect(target?.[1]).toBeCloseTo(meanPrediction(teachers, UNLABELLED[i]), 6));
    expect([...others[0].ids]).toEqual([4]);
  });

  it('refuses a teacher with other labels', async () => {
    const teacher = await loaded(TINY_EN_THREE);
    expect(() => distilled([teacher], 0.5)).toThrow(
      'The teacher en-tiny-three has the labels negative, neutral, positive',
    );
  });

  it('takes a teacher of another architecture', async () => {
    expect(distilled([await loaded({ ...TINY_ZH, words: TINY_EN.words })], 1)).toHaveLength(3);
  });

  it('has a linear teacher that predicts from parts of words that it was not trained on', () => {
    const stems = ['waru', 'kane', 'mosi', 'telu', 'pira', 'nobe', 'gilo', 'suda'];
    const rows = stems.flatMap((stem) => [
      { label: 'negative', tokens: ['the', `${stem}less`] },
      { label: 'positive', tokens: ['the', `${stem}ful`] },
    ]);
    const teacher = ngramTeacher(rows, LABELS, 1);
    const [bad, good] = teacher.predict([
      ['the', 'xyless'],
      ['the', 'xyful'],
    ]);
    expect(bad[0]).toBeLessThan(-0.5);
    expect(good[0]).toBeGreaterThan(0.5);
    const three = ngramTeacher(
      [...rows, ...stems.map((tokens) => ({ label: 'neutral', tokens: [tokens] }))],
      [...LABELS, 'neutral'],
      1,
    );
    expect(three.predict([['the', 'xyful']])[0]).toHaveLength(3);
  });
});
