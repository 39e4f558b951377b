import { needsNetwork } from '../../explain/forward-result';
import { withoutTfjs } from '../../model/architectures/architecture';
import type { NetworkPart } from '../../model/inference/network-part';
import { loadModel } from '../../model/load-model';
import type { Model } from '../../model/model';
import { COUNTS } from '../installation';
import { AskedFiles } from './asked-files';
import { startedKernels, startedNetworks, type LoadNetworkPart } from './backend';
import type { ModelCatalogue } from './catalogue';
import type { Files } from '../../shared/protocol/explainer';
import { isMethod, METHODS, type MethodNeeds } from '../../shared/methods';
import { LruCache } from '../../shared/lru-cache';

/** Models whose weights stay loaded; an English and a Chinese one, and one to compare with. */
const LOADED = 3;

/** Loads models when they are first asked for, and keeps the last few. */
export class ModelCache {
  private readonly models = new LruCache<string, Model>(LOADED, (model) => model.dispose());
  private readonly loading = new Map<string, Promise<Model>>();

  constructor(
    private readonly files: Files,
    private readonly catalogue: ModelCatalogue,
    private readonly loadNetworkPart: LoadNetworkPart,
  ) {}

  /**
   * @param method that it is loaded for; left out: its default
   * @throws SaliencyError `damaged-model` naming the file, `damaged-installation`
   */
  async get(name: string, method?: string): Promise<Model> {
    const there = this.models.get(name) ?? this.loading.get(name);
    if (there) return there;
    const model = this.load(name, method).finally(() => this.loading.delete(name));
    this.loading.set(name, model);
    return model;
  }

  /**
   * Makes sure that a model has what is needed of it: starts tfjs if necessary. @throws SaliencyError
   * `damaged-installation`
   */
  async supply(model: Model, need: MethodNeeds): Promise<void> {
    if (needsNetwork(need, model)) model.useNetworks(await this.networks());
  }

  get loaded(): string[] {
    return this.models.keys();
  }

  /** Bytes of the WebAssembly memories of the loaded models, without tensors. */
  get wasmBytes(): number {
    return this.models.values().reduce((sum, model) => sum + model.wasmBytes, 0);
  }

  clear(): void {
    this.models.clear();
  }

  private async load(name: string, asked?: string): Promise<Model> {
    const kernels = startedKernels(this.files);
    kernels.catch(() => undefined);
    const card = await this.catalogue.card(name);
    const files = new AskedFiles(this.catalogue.filesOf(name));
    files.ask(Object.keys(card.files).filter((file) => file !== COUNTS));
    const runs = withoutTfjs(await this.catalogue.architecture(name));
    // tfjs starts while the model is read.
    const method = asked ?? card.defaultMethod;
    const need = isMethod(method) ? METHODS[method].needs : 'forward';
    const early = needsNetwork(need, runs) ? this.networks() : undefined;
    early?.catch(() => undefined);
    await kernels;
    const networks = runs.runsWithoutTfjs ? undefined : early;
    const model = await loadModel(name, files.read, { card, networks });
    this.models.set(name, model);
    return model;
  }

  private networks(): Promise<NetworkPart> {
    return startedNetworks(this.files, this.loadNetworkPart);
  }
}
