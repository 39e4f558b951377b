import { dispose } from '@tensorflow/tfjs-core';
import { architectureNamed } from '../../../model/architectures/registry';
import type { Network } from '../../../model/network/network';
import { SaliencyError } from '../../../shared/saliency-error';
import { Adam } from '../adam';
import type { OptimizerState, FromPartner, NetworkPlan, ToPartner } from './messages';
import { sumGradients, type PackedGradient } from './packed-gradients';
import { clipped, partResult } from './partners';

/** A partner's side of a line: hands it messages, takes its answers. The tfjs backend must have been started. */
export class ServedPartner {
  private network?: Network;
  private adam?: Adam;
  /** Of the part computed last. */
  private own: readonly PackedGradient[] = [];

  /** What to answer; nothing where no answer is waited for. */
  handle(message: ToPartner): FromPartner | undefined {
    try {
      return this.answer(message);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { type: 'failed', message: reason, code: error instanceof SaliencyError ? error.code : 'partner-failed' };
    }
  }

  dispose(): void {
    this.adam?.dispose();
    this.network?.dispose();
  }

  private answer(message: ToPartner): FromPartner | undefined {
    if (message.type === 'load') return this.load(message.plan, message.footing);
    const { network, adam } = this;
    if (!network || !adam) throw new Error('A partner must be given its weights first.');
    if (message.type === 'part') {
      const { samples, time, part, options, seed } = message;
      const result = partResult(network, samples, time, part, options, seed);
      this.own = result.gradients;
      return { type: 'part', result };
    }
    const parts = message.parts.map((part) => part ?? this.own);
    const gradients = clipped(sumGradients(parts), message.clip);
    adam.apply(gradients, message.adam);
    dispose([...gradients.values()]);
    return undefined;
  }

  private load(
    { architecture: name, config, vocabularySize, labels }: NetworkPlan,
    footing: OptimizerState,
  ): FromPartner {
    this.dispose();
    const architecture = architectureNamed(name);
    this.network = architecture.build(architecture.configure(config), vocabularySize, labels, footing.weights);
    this.adam = new Adam(this.network.weights);
    this.adam.restore(footing.m, footing.v);
    return { type: 'loaded' };
  }
}
