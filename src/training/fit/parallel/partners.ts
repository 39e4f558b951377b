import { dispose } from '@tensorflow/tfjs-core';
import type { Network } from '../../../model/network/network';
import { SaliencyError } from '../../../shared/saliency-error';
import type { AdamStep } from '../adam';
import { clipByGlobalNorm } from '../clip';
import { diverged, lossAndGradients, type BatchPart, type LossAndGradients } from '../loss-and-gradients';
import { batchTensors, timeOf, type Sample } from '../sample';
import type { OptimizerState, FromPartner, NetworkPlan, PartnerLine, PartOptions, PartResult } from './messages';
import { buffersOf, packGradients, sumGradients, type PackedGradient } from './packed-gradients';

/**
 * Training on several threads (data-parallel, synchronous): each batch is cut into as many parts as there are threads,
 * each computes the gradients of its part on weights of its own, and each adds all parts in the same order and takes the
 * same step. So their weights stay the same, bit for bit, and the same run gives the same bytes every time. Only
 * gradients travel, of embeddings only the rows that are not zero.
 */
export class Partners {
  private parts: (readonly PackedGradient[])[] = [];
  private clip = 0;

  constructor(
    private readonly lines: readonly PartnerLine[],
    private readonly plan: NetworkPlan,
  ) {}

  /** Gives them weights and moments to start from. */
  async load(footing: OptimizerState): Promise<void> {
    for (const line of this.lines) line.post({ type: 'load', plan: this.plan, footing });
    await Promise.all(this.lines.map((line) => answer(line)));
  }

  /** Loss, logits and gradients of a batch, the first part of it computed here. */
  async gradients(
    network: Network,
    samples: readonly Sample[],
    options: PartOptions,
    seed: number,
  ): Promise<LossAndGradients> {
    const [own, ...others] = shares(samples.length, 1 + this.lines.length);
    const time = timeOf(samples);
    const of = ({ before, rows: count }: BatchPart): Sample[] => samples.slice(before, before + count);
    const busy = others.flatMap((part, i) => (part.rows > 0 ? [{ part, line: this.lines[i] }] : []));
    for (const { part, line } of busy) line.post({ type: 'part', samples: of(part), time, part, options, seed });
    const first = partResult(network, of(own), time, own, options, seed);
    const results = [first, ...(await Promise.all(busy.map(({ line }) => answer(line))))].flatMap((result) =>
      result ? [result] : [],
    );
    this.parts = results.map(({ gradients }) => gradients);
    this.clip = options.clip;
    const loss = results.reduce((sum, result) => sum + result.loss, 0);
    if (!Number.isFinite(loss)) throw diverged();
    const gradients = clipped(sumGradients(this.parts), options.clip);
    return { loss, logits: results.flatMap(({ logits }) => logits), gradients };
  }

  /** Lets them take the step that this thread takes with the gradients of the last batch. */
  apply(adam: AdamStep): void {
    const { parts, clip } = this;
    // With one partner nobody else needs the numbers of this thread any more.
    const moved = this.lines.length === 1 ? parts[0].flatMap(buffersOf) : [];
    this.lines.forEach((line, i) => {
      const others = parts.map((part, k) => (k === i + 1 ? undefined : part));
      line.post({ type: 'step', parts: others, clip, adam }, moved);
    });
    this.parts = [];
  }

  async close(): Promise<void> {
    await Promise.all(this.lines.map((line) => line.close()));
  }
}

/** What one thread makes of its part of a batch. */
export function partResult(
  network: Network,
  samples: readonly Sample[],
  time: number,
  part: BatchPart,
  options: PartOptions,
  seed: number,
): PartResult {
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

/** Parts of `of` rows, as even as can be, the larger ones first. */
function shares(of: number, count: number): BatchPart[] {
  const size = (i: number): number => Math.floor(of / count) + (i < of % count ? 1 : 0);
  let before = 0;
  return Array.from({ length: count }, (_, i) => {
    const part = { before, rows: size(i), of };
    before += part.rows;
    return part;
  });
}

async function answer(line: PartnerLine): Promise<PartResult | undefined> {
  const message: FromPartner = await line.receive().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    const advice = 'Start the training again to continue.';
    throw new SaliencyError(`A thread of the training ended: ${reason}. ${advice}`, 'partner-ended', { reason });
  });
  if (message.type === 'failed') throw new SaliencyError(message.message, message.code);
  return message.type === 'part' ? message.result : undefined;
}
