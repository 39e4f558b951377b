import type { ReadOptions } from '../../records/reading';
import type { Files } from '../../shared/protocol/explainer';
import { SaliencyError } from '../../shared/saliency-error';
import type {
  FineTuningCheck,
  FineTuningProgress,
  StoredRun,
  FineTuningRequest,
  FineTuningResult,
  CheckpointPlace,
} from '../../shared/fine-tuning';
import type { RunningGradientWorker } from '../../training/fit/parallel/gradient-worker';
import { Checkpoints, type FineTuningState } from '../../training/fine-tuning/checkpoints';
import { Gate } from '../../training/fine-tuning/gate';
import type { Reporter } from '../../training/fine-tuning/reporter';
import type { FineTuningEnvironment } from '../../training/fine-tuning/environment';
import { beginRun, removeRun, requestOf, resultIn, fineTune } from '../../training/fine-tuning/fine-tune';
import { planFineTuning } from '../../training/fine-tuning/fine-tuning-plan';
import type { FineTuner, TrainingRows, RowFile } from '../../training/fine-tuning/fine-tuner';
import { generalFile } from '../installation';
import { startedNetworks, startedTensorMemory, type LoadNetworkPart } from '../local/backend';
import { ModelCatalogue } from '../local/catalogue';
import { nextTask } from '../local/pace';
import { readRows } from './read-rows';
import { withReadableErrors } from './store-error';

export interface FineTunerOptions {
  /** Files of the installation and of the person's own models. */
  readonly files: Files;
  readonly store: FineTuningEnvironment['store'];
  readonly load: LoadNetworkPart;
  /** Starts a thread that shares each batch; absent if there is none. */
  readonly startGradientWorker?: () => RunningGradientWorker;
  /** Bytes that this thread or process holds; left out: of tensors alone. */
  readonly memory?: () => number;
  /** Left out: a few seconds. */
  readonly checkpointSeconds?: number;
}

type Tell = (progress: FineTuningProgress) => void;

/** Fine-tunes in this thread, which must be a worker's or the command's own: TensorFlow.js runs in it. */
export class LocalFineTuner implements FineTuner {
  private gate?: Gate;
  private readonly environment: FineTuningEnvironment;

  constructor(private readonly options: FineTunerOptions) {
    const { files, store, startGradientWorker, memory } = options;
    this.environment = {
      dictionary: (path) => files.read(path),
      general: (language) => files.read(generalFile(language)),
      models: new CatalogueOfFiles(files),
      store: withReadableErrors(store),
      startGradientWorker,
      memory: memory ?? (() => startedTensorMemory().wasmBytes),
      today: () => new Date().toISOString().slice(0, 10),
      breathe: nextTask,
    };
  }

  read(sources: readonly RowFile[], reading: ReadOptions, signal?: AbortSignal): Promise<TrainingRows> {
    return readRows(sources, reading, (address) => this.options.store.load(address), signal);
  }

  async check(request: FineTuningRequest, signal?: AbortSignal): Promise<FineTuningCheck> {
    const { check } = await planFineTuning(request, this.environment);
    signal?.throwIfAborted();
    return check;
  }

  run(request: FineTuningRequest, tell: Tell, signal?: AbortSignal): Promise<FineTuningResult> {
    return this.only(async (gate) => {
      await beginRun(this.environment.store, request);
      return this.fineTune(request, gate, tell);
    }, signal);
  }

  resume(run: string, tell: Tell, signal?: AbortSignal): Promise<FineTuningResult> {
    return this.only(async (gate) => {
      const request = await requestOf(this.environment.store, run);
      if (!request) {
        throw new SaliencyError('There is no training to resume here: nothing was saved, or it was discarded.', 'nothing-to-resume'); // prettier-ignore
      }
      // It was ended after its last message, before that could be delivered.
      const result = await resultIn(this.environment.store, run);
      if (result) return result;
      return this.fineTune({ ...request, run }, gate, tell);
    }, signal);
  }

  pause(): Promise<void> {
    this.gate?.hold();
    return Promise.resolve();
  }

  unpause(): Promise<void> {
    this.gate?.release();
    return Promise.resolve();
  }

  async remains(run: string): Promise<StoredRun | undefined> {
    const { store } = this.environment;
    const request = await requestOf(store, run);
    if (!request) return undefined;
    const { name, source, out } = request;
    const result = await resultIn(store, run);
    const found = await new Checkpoints(store, run).last().catch(() => undefined);
    return { name, source, out, ...(found && { saved: savedOf(found.state) }), ...(result && { result }) };
  }

  async discard(run: string): Promise<void> {
    await removeRun(this.environment.store, run);
  }

  dispose(): Promise<void> {
    this.gate?.release();
    return Promise.resolve();
  }

  private async only(
    work: (gate: GateWithReporter) => Promise<FineTuningResult>,
    signal?: AbortSignal,
  ): Promise<FineTuningResult> {
    if (this.gate) {
      throw new SaliencyError(
        'Another training is under way: one at a time. Wait for it, or cancel it.',
        'training-busy',
      );
    }
    let reporter: Reporter | undefined;
    const gate = new Gate(nextTask, signal, (held) => reporter?.paused(held));
    this.gate = gate;
    try {
      return await work({ gate, onReporter: (one) => (reporter = one) });
    } catch (error) {
      throw memoryShort(error) ?? error;
    } finally {
      this.gate = undefined;
    }
  }

  private async fineTune(
    request: FineTuningRequest,
    { gate, onReporter }: GateWithReporter,
    tell: Tell,
  ): Promise<FineTuningResult> {
    const { checkpointSeconds, files, load } = this.options;
    await startedNetworks(files, load);
    return fineTune({ request, environment: this.environment, gate, tell, onReporter, checkpointSeconds });
  }
}

const savedOf = ({ epoch, stage, kept, folds }: FineTuningState): CheckpointPlace => ({
  epoch,
  ...(!kept && { fold: { at: stage + 1, of: folds } }),
});

interface GateWithReporter {
  readonly gate: Gate;
  onReporter(reporter: Reporter): void;
}

/** The catalogue, read again each time: models come and go while a worker lives. */
class CatalogueOfFiles {
  constructor(private readonly files: Files) {}

  defaultFor(language: Parameters<ModelCatalogue['defaultFor']>[0]): Promise<string> {
    return new ModelCatalogue(this.files).defaultFor(language);
  }

  card(name: string): ReturnType<ModelCatalogue['card']> {
    return new ModelCatalogue(this.files).card(name);
  }

  filesOf(name: string): (file: string) => Promise<Uint8Array> {
    const catalogue = new ModelCatalogue(this.files);
    const names = catalogue.names();
    return async (file) => {
      await names;
      return catalogue.filesOf(name)(file);
    };
  }
}

/** The error of a JavaScript or WebAssembly engine without memory, worded for people; undefined for other errors. */
function memoryShort(error: unknown): SaliencyError | undefined {
  if (error instanceof SaliencyError || !(error instanceof Error)) return undefined;
  const isShort =
    /out of memory|allocation failed|cannot allocate|cannot enlarge memory|memory access out of bounds|Array buffer allocation/i;
  if (!isShort.test(error.message)) return undefined;
  return new SaliencyError(
    'The memory is not enough for this training: close other programs, or train on fewer or shorter rows. What was learnt up to the last checkpoint is kept; the model in use is as it was.',
    'out-of-memory',
    { detail: error.message },
  );
}
