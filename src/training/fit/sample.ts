import { tensor1d, tensor2d, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';

/** One encoded text: token ids without padding, and the index of its label. */
export interface Sample {
  readonly ids: Int32Array;
  readonly label: number;
  /** What to learn instead of the label alone: a distribution over the labels. */
  readonly target?: readonly number[];
  /** Which of several sources the row is from. */
  readonly source?: number;
  /**
   * Added to the logits before loss and judgement in training: below 0 where the row's source does not have the label,
   * so that a row of reviews without neutral ones says little about what is neutral.
   */
  readonly offsets?: readonly number[];
}

/** What a network takes; the caller owns the tensors. */
export interface BatchTensors {
  /** `[batch, time]` int32, padded behind. */
  readonly ids: Tensor2D;
  /** `[batch, time]`, 1 = a word. */
  readonly mask: Tensor2D;
  /** `[batch]` int32. */
  readonly labels: Tensor1D;
  /** `[batch, labels]`; only where a sample of the batch has a target. */
  readonly targets?: Tensor2D;
  /** `[batch, labels]`; only where a sample of the batch has some. */
  readonly offsets?: Tensor2D;
}

/** Places of a batch of these samples: words of the longest. */
export function timeOf(samples: readonly Sample[]): number {
  return samples.reduce((longest, { ids }) => Math.max(longest, ids.length), 1);
}

/** Puts samples side by side in `time` places; id 0 is masked wherever it stands. */
export function batchTensors(samples: readonly Sample[], time = timeOf(samples)): BatchTensors {
  const ids = new Int32Array(samples.length * time);
  samples.forEach((sample, row) => ids.set(sample.ids, row * time));
  const mask = Float32Array.from(ids, (id) => (id === 0 ? 0 : 1));
  return {
    ...targetsOf(samples),
    ...offsetsOf(samples),
    ids: tensor2d(ids, [samples.length, time], 'int32'),
    mask: tensor2d(mask, [samples.length, time]),
    labels: tensor1d(
      samples.map(({ label }) => label),
      'int32',
    ),
  };
}

/** Where one sample has a target, the others of its batch learn their label as one. */
function targetsOf(samples: readonly Sample[]): Pick<BatchTensors, 'targets'> {
  const width = samples.find(({ target }) => target)?.target?.length;
  if (width === undefined) return {};
  const rows = samples.map(({ target, label }) =>
    target ? [...target] : Array.from({ length: width }, (_, i) => Number(i === label)),
  );
  return { targets: tensor2d(rows) };
}

function offsetsOf(samples: readonly Sample[]): Pick<BatchTensors, 'offsets'> {
  const width = samples.find(({ offsets }) => offsets)?.offsets?.length;
  if (width === undefined) return {};
  return {
    offsets: tensor2d(samples.map(({ offsets }) => (offsets ? [...offsets] : new Array<number>(width).fill(0)))),
  };
}
