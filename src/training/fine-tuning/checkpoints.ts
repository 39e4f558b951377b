import { concatenate } from '../../shared/concatenate';
import { SaliencyError } from '../../shared/saliency-error';
import { sha256 } from '../../model/format/sha256';
import type { EpochPoint } from '../../shared/fine-tuning';
import type { FineTuningEnvironment } from './environment';
import { within } from '../../shared/model-folder';

/** Where a run is, beside the numbers of its network. */
export interface FineTuningState {
  /** What decides the result; another run's checkpoint is not continued. */
  readonly fingerprint: string;
  /** The fold that is trained, from 0; the number of folds: the model that is kept. */
  readonly stage: number;
  readonly folds: number;
  /** Whether this stage is the model that is kept. */
  readonly kept: boolean;
  /** What the models of the folds said of the rows of their folds: fold, epoch, row, logit. */
  readonly said: readonly (readonly (readonly (readonly number[])[])[])[];
  /** Epochs done in this stage, and the points of its curves. */
  readonly epoch: number;
  readonly points: readonly EpochPoint[];
  /** Seconds of the run, without pauses. */
  readonly seconds: number;
}

export interface FineTuningCheckpoint {
  readonly state: FineTuningState;
  /** A checkpoint of `fit`. */
  readonly network: Uint8Array;
}

/** What was found: `damaged` where a later one could not be read. */
export interface Found extends FineTuningCheckpoint {
  readonly damaged: boolean;
}

interface Header {
  readonly turn: number;
  readonly sha256: string;
  readonly state: FineTuningState;
}

const FILES = ['checkpoint-0.bin', 'checkpoint-1.bin'] as const;

/** The checkpoints of a run: each is written where the last but one stood, so that a damaged one costs no more than itself. */
export class Checkpoints {
  private turn = 0;

  constructor(
    private readonly store: FineTuningEnvironment['store'],
    private readonly run: string,
  ) {}

  /** @throws SaliencyError `damaged-checkpoint` where there are two and none can be read */
  async last(): Promise<Found | undefined> {
    const files = await Promise.all(FILES.map((name) => this.store.load(within(this.run, name))));
    const found = await Promise.all(files.map((bytes) => (bytes ? unpacked(bytes) : Promise.resolve(undefined))));
    const damaged = files.some((bytes, i) => bytes !== undefined && found[i] === undefined);
    const [latest] = found.filter((one) => one !== undefined).sort((a, b) => b.turn - a.turn);
    if (!latest) {
      // The first one was cut off: there is nothing to lose in beginning again.
      if (!damaged || files.some((bytes) => bytes === undefined)) return undefined;
      throw new SaliencyError(
        'The checkpoints of this training are damaged. Discard it and start again; your rows and the model in use are untouched.',
        'damaged-checkpoint',
      );
    }
    this.turn = latest.turn;
    return { state: latest.state, network: latest.network, damaged };
  }

  async save({ state, network }: FineTuningCheckpoint): Promise<void> {
    const turn = this.turn + 1;
    const header: Header = { turn, sha256: await sha256(network), state };
    const text = new TextEncoder().encode(JSON.stringify(header));
    const size = new Uint8Array(4);
    new DataView(size.buffer).setUint32(0, text.length, true);
    await this.store.save(within(this.run, FILES[turn % 2]), concatenate([size, text, network]));
    this.turn = turn;
  }

  async remove(): Promise<void> {
    for (const name of FILES) await this.store.remove(within(this.run, name));
  }
}

async function unpacked(bytes: Uint8Array): Promise<(FineTuningCheckpoint & { readonly turn: number }) | undefined> {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const { turn, sha256: sum, state } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
    const network = bytes.slice(4 + length);
    return (await sha256(network)) === sum ? { turn, state, network } : undefined;
  } catch {
    return undefined;
  }
}
