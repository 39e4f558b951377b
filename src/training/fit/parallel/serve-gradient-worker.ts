import { dispose } from '@tensorflow/tfjs-core';
import { buildNetwork } from '../../../model/network/build-network';
import { architectureNamed } from '../../../model/architectures/registry';
import type { Network } from '../../../model/network/network';
import { Connection } from '../../../shared/rpc/connection';
import type { Port } from '../../../shared/rpc/port';
import { Adam } from '../adam';
import {
  gradientWorkerFailed,
  type GradientWorkerNetwork,
  type OptimizerState,
  type GradientWorker,
  type PartRequest,
  type PartResult,
} from './gradient-worker';
import { sumGradients, type PackedGradient } from './packed-gradients';
import { clipped, partResult } from './gradient-workers';

/** A gradient worker's side of a line. The tfjs backend must have been started. */
export class ServedGradientWorker implements GradientWorker {
  private network?: Network;
  private adam?: Adam;
  /** The gradients of the part that was computed last. */
  private own: readonly PackedGradient[] = [];

  async load(
    { architecture: name, config, vocabularySize, labels }: GradientWorkerNetwork,
    state: OptimizerState,
  ): Promise<void> {
    this.dispose();
    const architecture = architectureNamed(name);
    this.network = buildNetwork(
      architecture.plan(architecture.configure(config), labels),
      vocabularySize,
      state.weights,
    );
    this.adam = new Adam(this.network.weights);
    this.adam.restore(state.m, state.v);
  }

  async part(request: PartRequest): Promise<PartResult> {
    const result = partResult(this.loaded().network, request);
    this.own = result.gradients;
    return result;
  }

  async step(...[parts, clip, adam]: Parameters<GradientWorker['step']>): Promise<void> {
    const gradients = clipped(sumGradients(parts.map((part) => part ?? this.own)), clip);
    this.loaded().adam.apply(gradients, adam);
    dispose([...gradients.values()]);
  }

  dispose(): void {
    this.adam?.dispose();
    this.network?.dispose();
  }

  private loaded(): { readonly network: Network; readonly adam: Adam } {
    const { network, adam } = this;
    if (!network || !adam) throw new Error('A gradient worker must be given its weights first.');
    return { network, adam };
  }
}

/** Lets the other end of the line have a part of each batch computed here. */
export function serveGradientWorker(port: Port): ServedGradientWorker {
  const gradientWorker = new ServedGradientWorker();
  const line = new Connection((message, transfer) => port.post(message, transfer));
  line.serve(gradientWorker, { unforeseen: gradientWorkerFailed });
  port.listen((message) => line.receive(message));
  return gradientWorker;
}
