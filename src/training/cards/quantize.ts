import type { Network } from '../../model/network/network';
import { BYTES, restore, store, type Storage } from '../../model/format/quantization';
import { predictAll, type SamplePrediction } from '../evaluation/predict';
import type { Sample } from '../fit/sample';
import { assignValues, valuesOf } from '../fit/values';

/** How each trained weight is stored, by name; the others stay float32. */
export type StorageChoice = Readonly<Record<string, Storage>>;

type Values = ReadonlyMap<string, Float32Array>;

/** The default share of rows whose label may change; far below the difference between two random seeds. */
const ROUNDING_CHANGES = 0.0005;

/** How many rows measure the cost of one weight; few, because several dozen weights are measured. */
const PROBES = 200;

/** The two formats of two bytes: steps of one size, or steps that grow with the number. */
const TWO_BYTES: readonly Storage[] = ['uint16', 'float16'];

export function storageOf(choice: StorageChoice, name: string): Storage {
  return choice[name] ?? 'float32';
}

/** Sets the network's weights to the values that will be read from disk. */
export function quantizeInPlace(network: Network, choice: StorageChoice): void {
  assignValues(network.weights, stored(valuesOf(network.weights), choice));
}

/**
 * Finds the smallest storage with which (nearly) every row keeps its label. All weights begin as uint8. While too many
 * labels change, the weights whose rounding costs most for a byte get two bytes (float16 or uint16, whichever costs less),
 * and in the end float32. The cost of a weight is how far rounding it alone changes the losses of the rows. The network
 * keeps its exact weights.
 */
export function chooseStorage(
  network: Network,
  samples: readonly Sample[],
  changes: number = ROUNDING_CHANGES,
): StorageChoice {
  const exact = valuesOf(network.weights);
  try {
    return new Search(network, exact, samples, changes).run();
  } finally {
    assignValues(network.weights, exact);
  }
}

/** The weights' values after storing and reading them. */
function stored(exact: Values, choice: StorageChoice): Values {
  return new Map(
    [...exact].map(([name, values]): [string, Float32Array] => {
      const { bytes, quantization } = store(values, storageOf(choice, name));
      return [name, restore(bytes, quantization)];
    }),
  );
}

class Search {
  private readonly names: readonly string[];
  private readonly probes: readonly Sample[];
  private readonly labels: readonly number[];
  private readonly losses: readonly SamplePrediction[];
  private choice: StorageChoice;

  constructor(
    private readonly network: Network,
    private readonly exact: Values,
    private readonly samples: readonly Sample[],
    /** Share of the rows whose label may change. */
    private readonly changes: number,
  ) {
    this.names = [...network.weights].flatMap(([name, { trainable }]) => (trainable ? [name] : []));
    const every = Math.max(1, Math.floor(samples.length / PROBES));
    this.probes = samples.filter((_, row) => row % every === 0).slice(0, PROBES);
    this.labels = predictAll(network, samples).map(({ label }) => label);
    this.losses = predictAll(network, this.probes);
    this.choice = Object.fromEntries(this.names.map((name) => [name, 'uint8']));
  }

  run(): StorageChoice {
    if (this.isGood() || this.upgraded(TWO_BYTES) || this.upgraded(['float32'])) return this.choice;
    return Object.fromEntries(this.names.map((name) => [name, 'float32']));
  }

  /** Gives weights more bytes, the most expensive first, in growing groups; returns true as soon as few enough labels change. */
  private upgraded(storages: readonly Storage[]): boolean {
    const order = this.names
      .map((name) => ({ name, cost: this.cost(name, this.choice[name]) / this.exact.get(name)!.length }))
      .sort((a, b) => b.cost - a.cost);
    for (let done = 0, group = 1; done < order.length; done += group, group *= 2) {
      for (const { name } of order.slice(done, done + group)) this.upgrade(name, storages);
      if (this.isGood()) return true;
    }
    return false;
  }

  private upgrade(name: string, storages: readonly Storage[]): void {
    const costs = storages.map((storage) => ({ storage, cost: this.cost(name, storage) }));
    const [best] = costs.sort((a, b) => a.cost - b.cost || BYTES[a.storage] - BYTES[b.storage]);
    this.choice = { ...this.choice, [name]: best.storage };
  }

  /** The mean change of the sample's losses when this weight alone is rounded; infinite if it overflows. */
  private cost(name: string, storage: Storage): number {
    const rounded = stored(this.exact, { [name]: storage }).get(name)!;
    if (!rounded.every(Number.isFinite)) return Infinity;
    assignValues(this.network.weights, new Map(this.exact).set(name, rounded));
    const moved = predictAll(this.network, this.probes).reduce(
      (sum, { loss }, row) => sum + Math.abs(loss - this.losses[row].loss),
      0,
    );
    return moved / this.probes.length;
  }

  private isGood(): boolean {
    assignValues(this.network.weights, stored(this.exact, this.choice));
    const after = predictAll(this.network, this.samples);
    const changed = after.filter(({ label }, row) => label !== this.labels[row]).length;
    return changed <= this.changes * this.samples.length;
  }
}
