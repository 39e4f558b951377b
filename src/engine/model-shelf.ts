import type { Subject } from '../explain/explain';
import { loadModel } from '../model/load-model';
import type { Model } from '../model/model';
import { startedBackend } from './backend';
import type { Catalogue } from './catalogue';
import type { Files } from './explainer';
import { Recent } from './recent';

/** Models whose weights stay loaded; an English and a Chinese one, and one to compare with. */
const LOADED = 3;

/** Loads models when they are first asked for, and keeps the last few. */
export class ModelShelf {
  private readonly models = new Recent<string, Model>(LOADED, (model) => model.dispose());

  constructor(
    private readonly files: Files,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws SaliencyError `damaged-model` naming the file, `damaged-installation` */
  async get(name: string): Promise<Subject> {
    const there = this.models.get(name);
    if (there) return there;
    await startedBackend(this.files);
    const model = await loadModel(name, this.catalogue.filesOf(name));
    this.models.set(name, model);
    return model;
  }

  get loaded(): string[] {
    return this.models.keys();
  }

  clear(): void {
    this.models.clear();
  }
}
