import type { LoadedModel } from '../../explain/explain';
import { architectureNamed } from '../../model/architectures/registry';
import type { ModelCard } from '../../shared/model-card';
import { loadModel } from '../../model/load-model';
import type { Model } from '../../model/model';
import { COUNTS } from '../installation';
import { AskedFiles } from './asked-files';
import { startedBackend, startedReading } from './backend';
import type { Catalogue } from './catalogue';
import type { Files } from '../../shared/protocol/explainer';
import { isMethod, METHODS } from '../../shared/methods';
import { LruCache } from '../../shared/lru-cache';

/** Models whose weights stay loaded; an English and a Chinese one, and one to compare with. */
const LOADED = 3;

/** Whether the card's default method runs on TensorFlow.js. */
const needsTensors = ({ defaultMethod, architecture }: ModelCard): boolean => {
  const { encoder } = architectureNamed(architecture);
  return !encoder || !isMethod(defaultMethod) || METHODS[defaultMethod].needs === 'network';
};

/** Loads models when they are first asked for, and keeps the last few. */
export class ModelCache {
  private readonly models = new LruCache<string, Model>(LOADED, (model) => model.dispose());
  private readonly loading = new Map<string, Promise<Model>>();

  constructor(
    private readonly files: Files,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws SaliencyError `damaged-model` naming the file, `damaged-installation` */
  async get(name: string): Promise<LoadedModel> {
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
    const reading = startedReading(this.files);
    reading.catch(() => undefined);
    const card = await this.catalogue.card(name);
    const files = new AskedFiles(this.catalogue.filesOf(name));
    files.ask(Object.keys(card.files).filter((file) => file !== COUNTS));
    // Whoever asks for the default method will need tfjs: it starts while the model is read.
    const early = needsTensors(card) ? startedBackend(this.files) : undefined;
    early?.catch(() => undefined);
    await reading;
    const model = await loadModel(name, files.read, card);
    this.models.set(name, model);
    return model;
  }
}
