import { tensor1d, tensor2d, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';

/** One encoded text: token ids without padding, and the index of its label. */
export interface Sample {
  readonly ids: Int32Array;
  readonly label: number;
  /** The target instead of the label alone: a distribution over the labels. */
  readonly target?: readonly number[];
  /** The index of the row's source, where there are several. */
  readonly source?: number;
  /**
   * Added to the logits in training, before loss and prediction. Below 0 for a label that the row's source does not have, so
   * that a source of reviews without neutral ones teaches little about neutral.
   */
  readonly offsets?: readonly number[];
  /** How strongly people underlined each word, 0 to 1: one value for each id. */
  readonly rationale?: Float32Array;
}

/** The input of a network; the caller owns the tensors. */
export interface BatchTensors {
  /** `[batch, time]` int32, padded at the end. */
  readonly ids: Tensor2D;
  /** `[batch, time]`, 1 = a word. */
  readonly mask: Tensor2D;
  /** `[batch]` int32. */
  readonly labels: Tensor1D;
  /** `[batch, labels]`; only if a sample of the batch has a target. */
  readonly targets?: Tensor2D;
  /** `[batch, labels]`; only if a sample of the batch has offsets. */
  readonly offsets?: Tensor2D;
  /** `[batch, time]`, 0 to 1; only where a sample of the batch has a rationale. */
  readonly rationales?: Tensor2D;
  /** `[batch]`, 1 = the sample has a rationale; only together with `rationales`. */
  readonly hasRationale?: Tensor1D;
}

/** The padded length of a batch of these samples: the number of words of the longest. */
export function paddedLength(samples: readonly Sample[]): number {
  return samples.reduce((longest, { ids }) => Math.max(longest, ids.length), 1);
}

/** Stacks samples, padded to `time` words; id 0 is masked at every place. */
export function batchTensors(samples: readonly Sample[], time = paddedLength(samples)): BatchTensors {
  const ids = new Int32Array(samples.length * time);
  samples.forEach((sample, row) => ids.set(sample.ids, row * time));
  const mask = Float32Array.from(ids, (id) => (id === 0 ? 0 : 1));
  return {
    ...targetsOf(samples),
    ...offsetsOf(samples),
    ...rationalesOf(samples, time),
    ids: tensor2d(ids, [samples.length, time], 'int32'),
    mask: tensor2d(mask, [samples.length, time]),
    labels: tensor1d(
      samples.map(({ label }) => label),
      'int32',
    ),
  };
}

/** If one sample of a batch has a target, the others get their label as a one-hot target. */
function targetsOf(samples: readonly Sample[]): Pick<BatchTensors, 'targets'> {
  const width = samples.find(({ target }) => target)?.target?.length;
  if (width === undefined) return {};
  const rows = samples.map(({ target, label }) =>
    target ? [...target] : Array.from({ length: width }, (_, i) => Number(i === label)),
  );
  return { targets: tensor2d(rows) };
}

/** The rationale of a sample; none if words were dropped or moved in this epoch. */
function rationalesOf(samples: readonly Sample[], time: number): Pick<BatchTensors, 'rationales' | 'hasRationale'> {
  const marked = samples.map(({ ids, rationale }) => (rationale?.length === ids.length ? rationale : undefined));
  if (marked.every((rationale) => rationale === undefined)) return {};
  const all = new Float32Array(samples.length * time);
  marked.forEach((rationale, row) => rationale && all.set(rationale, row * time));
  return {
    rationales: tensor2d(all, [samples.length, time]),
    hasRationale: tensor1d(marked.map((rationale) => Number(rationale !== undefined))),
  };
}

function offsetsOf(samples: readonly Sample[]): Pick<BatchTensors, 'offsets'> {
  const width = samples.find(({ offsets }) => offsets)?.offsets?.length;
  if (width === undefined) return {};
  return {
    offsets: tensor2d(samples.map(({ offsets }) => (offsets ? [...offsets] : new Array<number>(width).fill(0)))),
  };
}
