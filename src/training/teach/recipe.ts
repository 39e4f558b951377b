import type { TeachOptions } from '../../shared/training';
import { FIT_DEFAULTS, type FitOptions } from '../fit/fit-options';

/** How a model is taught on so many rows. */
export interface Recipe {
  readonly fit: FitOptions;
  /** General texts of one epoch. */
  readonly replay: number;
  /** General texts that these are drawn from. */
  readonly pool: number;
}

/**
 * Few rows need many small steps, many rows fewer passes; the rates were chosen on rows of the sources that no table of
 * figures reports.
 *
 * @param rows that are learnt
 * @param replays whether general texts can be replayed: not where the classes are others
 */
export function recipeFor(rows: number, replays: boolean, asked: TeachOptions = {}): Recipe {
  const epochs = asked.epochs ?? (replays ? (rows < 300 ? 5 : 6) : rows < 2_000 ? 8 : 6);
  const batchSize = asked.batchSize ?? (rows < 400 ? 16 : 32);
  const perRow = asked.replay ?? 0.5;
  const replay = replays && perRow > 0 ? Math.round(Math.min(2_000, Math.max(200, perRow * rows))) : 0;
  const learningRate = asked.learningRate ?? (replays ? 1e-3 : 4e-3);
  return {
    fit: {
      ...FIT_DEFAULTS,
      ...{ epochs, batchSize, learningRate, seed: asked.seed ?? 1 },
      patience: 0,
      monitor: 'score',
      schedule: 'linear',
      clip: 1,
      weightDecay: 0.01,
      wordDropout: 0.05,
    },
    replay,
    pool: replay === 0 ? 0 : Math.min(20_000, Math.max(2_000, replay * 3)),
  };
}
