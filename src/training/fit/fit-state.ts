import type { EpochRecord } from '../../shared/model-card';
import type { FitOptions } from './fit-options';

/** The state of a training run, without its tensors; plain JSON, so that a killed run can continue. */
export interface FitState {
  /** Epochs done. */
  epoch: number;
  /** Batches done in the current epoch. */
  batch: number;
  /** Optimizer steps so far, over all epochs. */
  step: number;
  learningRate: number;
  /** Epochs since the best one; and epochs since the best one or the last fall of the learning rate. */
  sinceBest: number;
  sincePlateau: number;
  /** 0 before the first epoch is done. */
  bestEpoch: number;
  /** Sums over the rows of the current epoch. */
  lossSum: number;
  hits: number;
  rows: number;
  readonly history: EpochRecord[];
}

export function initialState(options: FitOptions): FitState {
  const { learningRate } = options;
  const counters = { epoch: 0, batch: 0, step: 0, sinceBest: 0, sincePlateau: 0, bestEpoch: 0 };
  return { ...counters, learningRate, lossSum: 0, hits: 0, rows: 0, history: [] };
}

/** Whether `now` is better than `best`; the loss decides between equal ones. */
function better(now: EpochRecord, best: EpochRecord | undefined, monitor: FitOptions['monitor']): boolean {
  if (!best) return true;
  if (monitor === 'loss') return now.validationLoss < best.validationLoss;
  const of = (record: EpochRecord): number =>
    monitor === 'score' ? (record.validationScore ?? record.validationAccuracy) : record.validationAccuracy;
  const lead = of(now) - of(best);
  return lead > 0 || (lead === 0 && now.validationLoss < best.validationLoss);
}

/** Closes an epoch: history, counters, learning rate. True where the epoch is the best so far. */
export function closeEpoch(state: FitState, record: EpochRecord, options: FitOptions): boolean {
  const best = state.history.find(({ epoch }) => epoch === state.bestEpoch);
  const improved = better(record, best, options.monitor);
  state.history.push(record);
  Object.assign(state, { epoch: record.epoch, batch: 0, lossSum: 0, hits: 0, rows: 0 });
  if (improved) Object.assign(state, { bestEpoch: record.epoch, sinceBest: 0, sincePlateau: 0 });
  else {
    state.sinceBest++;
    state.sincePlateau++;
    if (options.plateau > 0 && state.sincePlateau >= options.plateau) {
      state.learningRate *= Math.sqrt(0.1);
      state.sincePlateau = 0;
    }
  }
  return improved;
}

/** The rate of the next step; `batches` in this epoch. */
export function rateNow(state: FitState, batches: number, options: FitOptions): number {
  if (options.schedule === 'constant') return state.learningRate;
  const done = (state.epoch + state.batch / Math.max(1, batches)) / options.epochs;
  return state.learningRate * Math.max(0, 1 - done);
}

export function isFinished(state: FitState, options: FitOptions): boolean {
  return state.epoch >= options.epochs || (options.patience > 0 && state.sinceBest >= options.patience);
}
