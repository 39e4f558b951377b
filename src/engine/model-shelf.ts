import type { Subject } from '../explain/explain';
import { loadModel } from '../model/load-model';
import type { Model } from '../model/model';
import { startedBackend, startedReading } from './backend';
import type { Catalogue } from './catalogue';
import type { Files } from './explainer';
import { Recent } from './recent';

/** Models whose weights stay loaded; an English and a Chinese one, and one to compare with. */
const LOADED = 3;

/** Default methods that forward passes are enough for. */
const NEED_NO_GRADIENT: ReadonlySet<string> = new Set(['state-distance', 'attention', 'occlusion']);

/** Loads models when they are first asked for, and keeps the last few. */
export class ModelShelf {
  private readonly models = new Recent<string, Model>(LOADED, (model) => model.dispose());
  private readonly loading = new Map<string, Promise<Model>>();

  constructor(
    private readonly files: Files,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws SaliencyError `damaged-model` naming the file, `damaged-installation` */
  async get(name: string): Promise<Subject> {
    const there = this.models.get(name) ?? this.loading.get(name);
    if (there) return there;
    const model = this.load(name).finally(() => this.loading.delete(name));
    this.loading.set(name, model);
    return model;
  }

  get loaded(): string[] {
    return this.models.keys();
  }

  /** Of the WebAssembly memories of the loaded models; tensors are not counted. */
  get wasmBytes(): number {
    return this.models.values().reduce((sum, model) => sum + model.wasmBytes, 0);
  }

  clear(): void {
    this.models.clear();
  }

  private async load(name: string): Promise<Model> {
    const card = await this.catalogue.card(name);
    // Whoever asks for the default method will need gradients: tfjs starts while the model is read.
    const early = NEED_NO_GRADIENT.has(card.defaultMethod) ? undefined : startedBackend(this.files);
    early?.catch(() => undefined);
    await startedReading(this.files);
    const model = await loadModel(name, this.catalogue.filesOf(name));
    this.models.set(name, model);
    return model;
  }
}
