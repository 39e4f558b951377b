import { concatenate } from '../../shared/concatenate';
import { SaliencyError } from '../../shared/saliency-error';
import { sha256 } from '../../model/format/sha256';
import type { EpochPoint } from '../../shared/fine-tuning';
import type { FineTuningEnvironment } from './environment';
import { within } from '../../shared/model-folder';

/** The progress of a run; its network's weights are stored separately. */
export interface FineTuningState {
  /** Identifies everything that decides the result; a checkpoint with another fingerprint is not continued. */
  readonly fingerprint: string;
  /**
   * The fold that is being trained, from 0; equal to the number of folds when the model that is kept is being trained.
   */
  readonly stage: number;
  readonly folds: number;
  /** Whether this stage is the model that is kept. */
  readonly kept: boolean;
  /** The logits of the folds' models for the rows of their folds, indexed by fold, epoch, row and logit. */
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

/** The newest readable checkpoint; `damaged`: a later one could not be read. */
export interface FoundCheckpoint extends FineTuningCheckpoint {
  readonly damaged: boolean;
}

interface Header {
  readonly turn: number;
  readonly sha256: string;
  readonly state: FineTuningState;
}

const FILES = ['checkpoint-0.bin', 'checkpoint-1.bin'] as const;

/**
 * The checkpoints of a run, in two files that are overwritten in turn, so that the earlier one remains if the newer one
 * is damaged.
 */
export class Checkpoints {
  private turn = 0;

  constructor(
    private readonly store: FineTuningEnvironment['store'],
    private readonly run: string,
  ) {}

  /** @throws SaliencyError `damaged-checkpoint` where there are two and none can be read */
  async last(): Promise<FoundCheckpoint | undefined> {
    const files = await Promise.all(FILES.map((name) => this.store.load(within(this.run, name))));
    const found = await Promise.all(files.map((bytes) => (bytes ? unpacked(bytes) : Promise.resolve(undefined))));
    const damaged = files.some((bytes, i) => bytes !== undefined && found[i] === undefined);
    const [latest] = found.filter((one) => one !== undefined).sort((a, b) => b.turn - a.turn);
    if (!latest) {
      // The only checkpoint is incomplete, so nothing is lost by starting over.
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
