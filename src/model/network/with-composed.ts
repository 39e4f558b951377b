import {
  broadcastTo,
  gather,
  reshape,
  tensor1d,
  tensor2d,
  tidy,
  where,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import type { WordVectors } from '../../kernels/inference/int16/weights';
import type { Network } from './network';

/** A network that also embeds ids after its vocabulary, whose vectors `words` has. Those are not trained. */
export function withComposed(network: Network, vocabularySize: number, words: WordVectors): Network {
  const embed = (ids: Tensor2D): Tensor3D => {
    const given = ids.dataSync();
    const composed = Array.from(given.keys()).filter((at) => given[at] >= vocabularySize);
    if (composed.length === 0) return network.embed(ids);
    return tidy(() => {
      const [batch, time] = ids.shape;
      const own = Int32Array.from(given, (id) => (id < vocabularySize ? id : 0));
      const vectors = network.embed(tensor2d(own, [batch, time], 'int32'));
      const behind = new Float32Array(composed.length * words.dimension);
      composed.forEach((at, row) =>
        words.read(given[at], behind.subarray(row * words.dimension, (row + 1) * words.dimension)),
      );
      const places = new Int32Array(given.length);
      const isComposed = new Uint8Array(given.length);
      composed.forEach((at, row) => {
        places[at] = row;
        isComposed[at] = 1;
      });
      const shape: [number, number, number] = [batch, time, words.dimension];
      const table = tensor2d(behind, [composed.length, words.dimension]);
      const spread: Tensor3D = reshape(gather(table, tensor1d(places, 'int32')), shape);
      const chosen = reshape(tensor1d(isComposed, 'bool'), [batch, time, 1]);
      return where<Tensor3D>(broadcastTo(chosen, shape), spread, vectors);
    });
  };
  return Object.create(network, { embed: { value: embed } }) as Network;
}
