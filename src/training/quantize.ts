import type { Network } from '../model/network';
import { restore, store, type Storage } from '../model/format/quantization';
import { predictAll } from './predict';
import type { Sample } from './sample';
import { assignValues, valuesOf } from './values';

/** How the weights of a model are stored: the word vectors, which are most of it, and the rest. */
export interface StorageChoice {
  readonly embeddings: Storage;
  readonly others: Storage;
}

/** Smallest first. */
const CHOICES: readonly StorageChoice[] = [
  { embeddings: 'uint8', others: 'uint8' },
  { embeddings: 'uint8', others: 'uint16' },
  { embeddings: 'uint16', others: 'uint16' },
  { embeddings: 'float32', others: 'float32' },
];

/** Share of the rows whose label may change; far below what one seed or another changes. */
const TOLERANCE = 0.0005;

export function storageOf(choice: StorageChoice, name: string): Storage {
  return name === 'embedding/embeddings' ? choice.embeddings : choice.others;
}

/** Puts the weights into the network as they will be read from disk. */
export function quantizeInPlace(network: Network, choice: StorageChoice): void {
  const values = new Map<string, Float32Array>();
  for (const [name, exact] of valuesOf(network.weights)) {
    if (!network.weights.get(name)!.trainable) {
      values.set(name, exact);
      continue;
    }
    const { bytes, quantization } = store(exact, storageOf(choice, name));
    values.set(name, restore(bytes, quantization));
  }
  assignValues(network.weights, values);
}

/**
 * The smallest way to store the weights with which (nearly) every row keeps its label. The network keeps its exact
 * weights.
 */
export function chooseStorage(network: Network, samples: readonly Sample[]): StorageChoice {
  const exact = valuesOf(network.weights);
  const before = predictAll(network, samples);
  try {
    const good = CHOICES.find((choice) => {
      quantizeInPlace(network, choice);
      const after = predictAll(network, samples);
      assignValues(network.weights, exact);
      const changed = after.filter(({ label }, i) => label !== before[i].label).length;
      return changed <= TOLERANCE * samples.length;
    });
    return good ?? CHOICES[CHOICES.length - 1];
  } finally {
    assignValues(network.weights, exact);
  }
}
