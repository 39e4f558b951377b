import { mixSeed, seededRandom } from '../../shared/random';
import { poolsOf } from '../plans/sources';
import { sampleEpochRows } from '../fit/draw';
import type { Sample } from '../fit/sample';

/**
 * The training examples: the person's rows, and general texts that are replayed with them so that the model does not
 * forget.
 */
export interface ExamplePools {
  readonly own: readonly Sample[];
  readonly general: readonly Sample[];
  /** The number of general texts in one epoch. */
  readonly replay: number;
  readonly labels: readonly string[];
  /** How many times the rows of each label are repeated, by the label's index. */
  readonly times: readonly number[];
}

/**
 * The samples of all examples, and a function that gives the indices of an epoch's samples; it gives the same indices
 * for the same epoch.
 */
export function epochExamples({ own, general, replay, labels, times }: ExamplePools, seed: number) {
  const samples = [...own, ...general];
  const list = [{ name: 'general', labels, metric: 'accuracy', share: 1, balance: 0.7 } as const];
  const replayed = general.map((sample) => ({ ...sample, source: 0 }));
  const pools = poolsOf(replayed, labels, { list, rows: replay, absent: 0 });
  const draw = (epoch: number): number[] => {
    const random = seededRandom(mixSeed(seed, 'times', epoch));
    const repeated = own.flatMap(({ label }, i) => {
      const whole = Math.floor(times[label]);
      const count = whole + Number(random() < times[label] - whole);
      return new Array<number>(count).fill(i);
    });
    const also = replay > 0 && pools.length > 0 ? sampleEpochRows(pools, replay, seed, epoch) : [];
    return [...repeated, ...also.map((i) => own.length + i)];
  };
  return { samples, draw };
}
