import { architectureNamed } from '../../model/architectures/registry';
import { buildNetwork } from '../../model/network/build-network';
import { asFloat32 } from '../../model/network/float32-network';
import type { Network } from '../../model/network/network';
import type { CountedText } from '../../model/ngrams/count-ngrams';
import { seededRandom, type Random } from '../../shared/random';
import { TINY_CONFIGURATIONS } from '../../model/testing/tiny-configurations';
import { methodsOf } from '../methods/methods';
import { attributionBy, type Attribution, type AttributionMethod } from '../methods/method';
import { runToEnd } from '../chunked-work';
import { runForward, type Reader } from '../forward-result';
import { targetOf } from '../methods/target';
import type { Row } from './float64';
import type { Affine, Cell, PlainNetwork } from './plain-methods';

/** Words of the made-up vocabulary; id 0 is skipped. */
export const VOCABULARY = 12;
const TOKENS = Array.from({ length: VOCABULARY }, (_, id) => `w${id}`);

/** A small network of an architecture whose weights, biases too, are far from zero, read in float32 alone. */
export interface Lively extends Reader {
  readonly network: Network;
  readonly outputs: number;
}

export function lively(name: string, { labels = 3, seed = 5 } = {}): Lively {
  const architecture = architectureNamed(name);
  const config = architecture.configure(TINY_CONFIGURATIONS[name]);
  const random = seededRandom(seed + 1);
  const counted = architecture.count?.(config, VOCABULARY, labels, texts(labels, random), TOKENS);
  const fresh = buildNetwork(architecture.plan(config, labels), VOCABULARY, counted ? { seed, counted } : seed);
  const weights = new Map(
    [...fresh.weights].map(([weight, tensor]) => {
      if (counted?.has(weight)) return [weight, counted.get(weight)!];
      const factor = weight.startsWith('embedding') ? 20 : architecture.anatomy ? 2 : 6;
      const values = (tensor.dataSync() as Float32Array).map((value) => value * factor);
      return [weight, weight.endsWith('bias') ? values.map((value) => value + random() - 0.5) : values];
    }),
  );
  fresh.dispose();
  const network = buildNetwork(architecture.plan(config, labels), VOCABULARY, weights);
  const anatomy = architecture.anatomy?.(config);
  const float32 = asFloat32(network, anatomy);
  const { forward } = float32;
  const { length } = forward(Int32Array.of(1), Float32Array.of(1)).logits;
  return { architecture, anatomy, forward, float32, network, outputs: length };
}

/** Texts to count n-grams in, whose labels depend on their words. */
function texts(labels: number, random: Random): CountedText[] {
  return Array.from({ length: 60 }, (_, i) => {
    const label = i % labels;
    const ids = Array.from({ length: 6 }, () => 2 + Math.floor((random() * 0.5 + label / 4) * (VOCABULARY - 2)));
    return { ids: Int32Array.from(ids, (id) => Math.min(id, VOCABULARY - 1)), label };
  });
}

/** The methods that a network offers. */
export const offered = ({ architecture, anatomy }: Reader) => methodsOf({ ...architecture, anatomy });

/** What a method says of a text; 0 in `ids` is skipped. */
export function attributed(
  method: AttributionMethod,
  reader: Lively,
  ids: readonly number[],
  label = 0,
  against?: number,
): Attribution {
  const [text, mask] = [Int32Array.from(ids), Float32Array.from(ids, (id) => Math.min(id, 1))];
  const reading = runForward(reader, text, mask);
  const target = targetOf(reader.outputs, label, against);
  return runToEnd(attributionBy(method, { reader, ids: text, mask, reading, target }));
}

/** The network as the oracle takes it: weights as nested rows, and the attention that the words got. */
export function plain({ network, anatomy, forward }: Lively, ids: readonly number[]): PlainNetwork {
  const rows = (name: string): Row[] => network.weights.get(name)!.arraySync() as number[][];
  const affine = (name: string): Affine => ({
    kernel: rows(`${name}/kernel`),
    bias: network.weights.get(`${name}/bias`)!.arraySync() as number[],
  });
  const { attention } = forward(
    Int32Array.from(ids),
    Float32Array.from(ids, (id) => Math.min(id, 1)),
  );
  return {
    layers: anatomy!.layers.map(({ cell: kind, forward: ahead, backward }) =>
      [ahead, backward].flatMap((name, d): Cell[] =>
        name === undefined
          ? []
          : [{ ...affine(name), kind, recurrent: rows(`${name}/recurrent_kernel`), backward: d === 1 }],
      ),
    ),
    attention: anatomy!.head === 'attention' ? [...attention!] : undefined,
    tail: anatomy!.tail.map(({ name, activation }) => ({ ...affine(name), relu: activation === 'relu' })),
  };
}

/** Word vectors of ids. */
export function vectors({ network }: Lively, ids: readonly number[]): Row[] {
  const table = network.weights.get('embedding/embeddings')!.arraySync() as number[][];
  return ids.map((id) => table[id]);
}
