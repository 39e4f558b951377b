import { dispose, variableGrads, type Tensor } from '@tensorflow/tfjs-core';
import type { Network } from '../model/network';
import { SaliencyError } from '../text/saliency-error';
import { clipByGlobalNorm } from './clip';
import type { FitOptions } from './fit-options';
import type { BatchTensors } from './sample';

export interface LossAndGradients {
  /** Mean over the batch. */
  readonly loss: number;
  /** One array a row. */
  readonly logits: readonly (readonly number[])[];
  /** By the weights' names; the caller's to dispose. */
  readonly gradients: Map<string, Tensor>;
}

/** One batch forward and backward, with the dropout masks of `seed`; gradients clipped where asked. */
export function lossAndGradients(
  network: Network,
  { ids, mask, labels, targets }: BatchTensors,
  { clip, labelSmoothing }: Pick<FitOptions, 'clip' | 'labelSmoothing'>,
  seed: number,
): LossAndGradients {
  let logits: number[][] = [];
  const { value, grads } = variableGrads(() => {
    const output = network.forward(network.embed(ids), mask, { seed }).logits;
    logits = output.arraySync();
    return network.loss(output, targets ?? labels, labelSmoothing);
  }, [...network.weights.values()]);
  const learnt = [...network.weights].filter(([, { trainable }]) => trainable);
  const gradients = new Map(learnt.map(([name, weight]): [string, Tensor] => [name, grads[weight.name]]));
  const [loss] = value.dataSync();
  dispose(value);
  if (!Number.isFinite(loss)) {
    dispose([...gradients.values()]);
    throw new SaliencyError(
      'Training fell apart: the loss is no number any more. Try a lower --learning-rate, or --clip 1.',
      'diverged',
    );
  }
  return { loss, logits, gradients: clip > 0 ? clipByGlobalNorm(gradients, clip) : gradients };
}
