import { describe, expect, it } from 'vitest';
import { evaluationReport } from './measures';

const LABELS = ['negative', 'neutral', 'positive'];

describe('measures of predicted rows', () => {
  it('with and without neutral rows, over labels and pairs', () => {
    const rows = [
      { label: 0, pair: 'a' },
      { label: 2, pair: 'a' },
      { label: 0, pair: 'b' },
      { label: 2, pair: 'b' },
      { label: 1 },
      { label: 2, pair: 'alone' },
    ];
    const logits = [
      [2, 0, 1],
      [0, 3, 1],
      [0, 0, 1],
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 3],
    ];
    const { accuracy, macroRecall, neutralIgnored, pairs } = evaluationReport(LABELS, rows, logits);
    // By hand: rows 0, 3, 4, 5 are right, and without neutral row 1 as well. Some rows are neutral, so neutral counts for pairs.
    expect(accuracy).toBeCloseTo(4 / 6, 12);
    expect(macroRecall).toBeCloseTo((1 / 2 + 1 + 2 / 3) / 3, 12);
    expect(neutralIgnored).toEqual({ n: 5, accuracy: 4 / 5 });
    expect(pairs).toEqual({ n: 2, bothRight: 0 });
  });

  it('of pairs: neutral is ignored where no row is neutral, and a neutral row can be right where one is', () => {
    const pair = (...labels: number[]) => labels.map((label) => ({ label, pair: 'a' }));
    const neutralLeads = [0, 3, 1];
    const bothRight = (rows: { label: number; pair: string }[], logits: number[][]) =>
      evaluationReport(LABELS, rows, logits).pairs?.bothRight;
    expect(bothRight(pair(0, 2), [[2, 0, 1], neutralLeads])).toBe(1);
    expect(bothRight(pair(0, 1), [[2, 0, 1], neutralLeads])).toBe(1);
    expect(bothRight(pair(0, 1, 2), [[2, 0, 1], neutralLeads, neutralLeads])).toBe(0);
  });

  it('of a model with one logit', () => {
    const rows = [{ label: 1 }, { label: 0 }, { label: 0 }, { label: 0 }];
    const measures = evaluationReport(['negative', 'positive'], rows, [[2], [-2], [2], [-2]]);
    expect(measures.accuracy).toBe(0.75);
    expect(measures.neutralIgnored).toBeUndefined();
    expect(measures.pairs).toBeUndefined();
    // All have confidence 1/(1+e^-2), and three quarters are right.
    expect(measures.calibrationError).toBeCloseTo(1 / (1 + Math.exp(-2)) - 0.75, 9);
    // At a temperature of 2/ln 3 confidence equals accuracy.
    expect(
      evaluationReport(['negative', 'positive'], rows, [[2], [-2], [2], [-2]], 2 / Math.log(3)).calibrationError,
    ).toBeCloseTo(0, 9);
  });

  it('measures confidence between the labels that the rows have', () => {
    const rows = [{ label: 0 }, { label: 2 }];
    const logits = [
      [50, 60, 0],
      [0, 60, 50],
    ];
    expect(evaluationReport(LABELS, rows, logits).calibrationError).toBeCloseTo(0, 6);
  });
});
