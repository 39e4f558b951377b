import {
  add,
  dispose,
  log,
  mean,
  mul,
  neg,
  sum,
  variableGrads,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { Network } from '../../model/network/network';
import { SaliencyError } from '../../shared/saliency-error';
import { clipByGlobalNorm } from './clip';
import type { FitOptions } from './fit-options';
import type { BatchTensors } from './sample';

export interface LossAndGradients {
  /** The mean over the batch; for a part of a batch, its contribution to that mean. */
  readonly loss: number;
  /** One array for each row, with the samples' offsets. */
  readonly logits: readonly (readonly number[])[];
  /** Keyed by the names of the weights; the caller disposes them. */
  readonly gradients: Map<string, Tensor>;
}

/** Which part of a batch is computed: `rows` rows of `of`, after the first `before` ones. */
export interface BatchPart {
  readonly before: number;
  readonly rows: number;
  readonly of: number;
}

/**
 * One forward and backward pass over a batch, with the dropout masks of `seed`, and with clipped gradients if asked for. For
 * a part of a batch: its contributions to the loss and the gradients of the whole batch.
 */
export function lossAndGradients(
  network: Network,
  { ids, mask, labels, targets, offsets, rationales, hasRationale }: BatchTensors,
  { clip, labelSmoothing, rationaleWeight }: Pick<FitOptions, 'clip' | 'labelSmoothing' | 'rationaleWeight'>,
  seed: number,
  part?: BatchPart,
): LossAndGradients {
  let logits: number[][] = [];
  const { value, grads } = variableGrads(() => {
    const { logits: given, attention } = network.forward(network.embed(ids), mask, { seed, part });
    const output = offsets ? add<Tensor2D>(given, offsets) : given;
    logits = output.arraySync();
    const alone = network.loss(output, targets ?? labels, labelSmoothing);
    const loss =
      rationaleWeight > 0 && attention && rationales && hasRationale
        ? add<Scalar>(alone, mul(attentionLoss(attention, rationales, hasRationale), rationaleWeight))
        : alone;
    return part ? mul<Scalar>(loss, part.rows / part.of) : loss;
  }, [...network.weights.values()]);
  const trained = [...network.weights].filter(([, { trainable }]) => trainable);
  const gradients = new Map(trained.map(([name, weight]): [string, Tensor] => [name, grads[weight.name]]));
  const [loss] = value.dataSync();
  dispose(value);
  if (!Number.isFinite(loss)) {
    dispose([...gradients.values()]);
    throw diverged();
  }
  return { loss, logits, gradients: clip > 0 ? clipByGlobalNorm(gradients, clip) : gradients };
}

/** A floor for the attention, so that no attention on the rationale costs 9.2 nats instead of infinitely many. */
const LEAST = 1e-4;

/**
 * The rationale loss: minus the logarithm of the attention on the underlined words, as a mean over the batch; rows without a
 * rationale count as 0. Attention supervision as in Zou et al. 2018, "A Lexicon-Based Supervised Attention Model", with human
 * rationales in place of a lexicon.
 *
 * @param attention `[batch, time]`, sums to 1 over the words of a text
 * @param rationales `[batch, time]`, 0 to 1
 * @param hasRationale `[batch]`
 */
function attentionLoss(attention: Tensor2D, rationales: Tensor2D, hasRationale: Tensor1D): Scalar {
  const onReason = sum(mul(attention, rationales), 1);
  return mean(mul(hasRationale, neg(log(add(onReason, LEAST)))));
}

export function diverged(): SaliencyError {
  return new SaliencyError(
    'Training fell apart: the loss is no number any more. Try a lower --learning-rate, or --clip 1.',
    'diverged',
  );
}
