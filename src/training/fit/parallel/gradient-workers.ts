import { dispose } from '@tensorflow/tfjs-core';
import type { Network } from '../../../model/network/network';
import { moving } from '../../../shared/rpc/moving';
import type { AdamStep } from '../adam';
import { clipByGlobalNorm } from '../clip';
import { diverged, lossAndGradients, type BatchPart, type LossAndGradients } from '../loss-and-gradients';
import { batchTensors, paddedLength, type Sample } from '../sample';
import type {
  GradientWorkerNetwork,
  OptimizerState,
  PartOptions,
  PartRequest,
  PartResult,
  RunningGradientWorker,
} from './gradient-worker';
import { buffersOf, packGradients, sumGradients, type PackedGradient } from './packed-gradients';

/**
 * Synchronous data-parallel training on several threads. Each batch is cut into one part for each thread. Each thread
 * computes the gradients of its part with its own copy of the weights, adds the gradients of all parts in the same order, and
 * takes the same step. So the weights of all threads stay equal, bit for bit, and the same run always gives the same bytes.
 * Only gradients are sent; of embeddings only the rows that are not zero.
 */
export class GradientWorkers {
  private parts: (readonly PackedGradient[])[] = [];
  private clip = 0;
  /** The step that the gradient workers take. */
  private stepping: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly gradientWorkers: readonly RunningGradientWorker[],
    private readonly plan: GradientWorkerNetwork,
  ) {}

  /** Sends them the weights and moments to start from. */
  async load(state: OptimizerState): Promise<void> {
    await Promise.all(this.gradientWorkers.map(({ gradientWorker }) => gradientWorker.load(this.plan, state)));
  }

  /** Loss, logits and gradients of a batch; this thread computes the first part. */
  async gradients(
    network: Network,
    samples: readonly Sample[],
    options: PartOptions,
    seed: number,
  ): Promise<LossAndGradients> {
    const [own, ...others] = shares(samples.length, 1 + this.gradientWorkers.length);
    const time = paddedLength(samples);
    const requestOf = (part: BatchPart): PartRequest => {
      const rows = samples.slice(part.before, part.before + part.rows);
      return { samples: rows, time, part, options, seed };
    };
    const busy = others.flatMap((part, i) =>
      part.rows > 0 ? [this.gradientWorkers[i].gradientWorker.part(requestOf(part))] : [],
    );
    const results = [partResult(network, requestOf(own)), ...(await Promise.all(busy))];
    await this.stepping;
    this.parts = results.map(({ gradients }) => gradients);
    this.clip = options.clip;
    const loss = results.reduce((sum, result) => sum + result.loss, 0);
    if (!Number.isFinite(loss)) throw diverged();
    const gradients = clipped(sumGradients(this.parts), options.clip);
    return { loss, logits: results.flatMap(({ logits }) => logits), gradients };
  }

  /** Makes them take the same step as this thread, with the gradients of the last batch. */
  apply(adam: AdamStep): void {
    const { parts, clip } = this;
    // With only one gradient worker, no other thread needs the numbers of this one afterwards.
    const moved = this.gradientWorkers.length === 1 ? parts[0].flatMap(buffersOf) : [];
    const steps = this.gradientWorkers.map(({ gradientWorker }, i) => {
      const others = parts.map((part, k) => (k === i + 1 ? undefined : part));
      return gradientWorker.step(moving(others, moved), clip, adam);
    });
    this.stepping = Promise.all(steps);
    // The error is reported with the next batch.
    this.stepping.catch(() => undefined);
    this.parts = [];
  }

  async close(): Promise<void> {
    await Promise.all(this.gradientWorkers.map((gradientWorker) => gradientWorker.close()));
  }
}

/** Computes one thread's part of a batch. */
export function partResult(network: Network, { samples, time, part, options, seed }: PartRequest): PartResult {
  const batch = batchTensors(samples, time);
  try {
    const { loss, logits, gradients } = lossAndGradients(network, batch, { ...options, clip: 0 }, seed, part);
    const packed = packGradients(gradients);
    dispose([...gradients.values()]);
    return { loss, logits, gradients: packed };
  } finally {
    dispose({ ...batch });
  }
}

export function clipped(gradients: ReturnType<typeof sumGradients>, clip: number): typeof gradients {
  return clip > 0 ? clipByGlobalNorm(gradients, clip) : gradients;
}

/** Cuts `of` rows into parts of nearly equal size, the larger ones first. */
function shares(of: number, count: number): BatchPart[] {
  const size = (i: number): number => Math.floor(of / count) + (i < of % count ? 1 : 0);
  let before = 0;
  return Array.from({ length: count }, (_, i) => {
    const part = { before, rows: size(i), of };
    before += part.rows;
    return part;
  });
}
