import { percent } from '../../shared/percent';
import type { Network } from '../../model/network/network';
import type { FitProgress } from './fit';

/**
 * Floating-point operations of one word in one training step: each number of a weight matrix (but the word vectors,
 * which are looked up) is multiplied and added once forward, once for the gradient of the input, once for its own gradient.
 */
export function flopsPerWord(network: Network): number {
  const matrices = [...network.weights].filter(
    ([name, { shape }]) => shape.length === 2 && !name.startsWith('embedding'),
  );
  return 6 * matrices.reduce((sum, [, { size }]) => sum + size, 0);
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Turns progress into lines for a terminal or a log: one line every `every` batches, and one an epoch. */
export class ProgressLines {
  private words = 0;
  private milliseconds = 0;
  private steps = 0;

  constructor(
    private readonly flops: number,
    private readonly epochs: number,
    private readonly write: (line: string) => void,
    private readonly every = 50,
  ) {}

  readonly report = (progress: FitProgress): void => {
    const { state, epoch, batches } = progress;
    if (epoch) {
      const { loss, accuracy, validationLoss, validationAccuracy } = epoch;
      const trained = `loss ${loss.toFixed(4)}, accuracy ${percent(accuracy)}`;
      const validated = `validation loss ${validationLoss.toFixed(4)}, accuracy ${percent(validationAccuracy)}`;
      this.write(`epoch ${epoch.epoch}/${this.epochs} done: ${trained}; ${validated}${progress.best ? ' (best)' : ''}`);
      return;
    }
    this.steps++;
    this.words += progress.words;
    this.milliseconds += progress.milliseconds;
    if (state.batch % this.every === 0 || state.batch === batches) this.line(state, batches);
  };

  private line(state: FitProgress['state'], batches: number): void {
    const perStep = this.milliseconds / this.steps;
    const gflops = (this.flops * this.words) / this.milliseconds / 1e6;
    const left = ((batches - state.batch) * perStep) / 1000;
    const figures = `loss ${(state.lossSum / state.rows).toFixed(4)}, accuracy ${percent(state.hits / state.rows)}`;
    const all = left + ((this.epochs - state.epoch - 1) * batches * perStep) / 1000;
    const ends = `epoch ends in ${clock(left)}, all of them in ${clock(all)}`;
    const speed = `${perStep.toFixed(0)} ms/step, ${gflops.toFixed(1)} GFLOP/s, ${ends}`;
    this.write(`epoch ${state.epoch + 1}/${this.epochs}, batch ${state.batch}/${batches}: ${figures}; ${speed}`);
    [this.words, this.milliseconds, this.steps] = [0, 0, 0];
  }
}
