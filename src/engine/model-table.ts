import { architectureOf } from '../model/architectures/registry';
import { cardSchema } from '../shared/model-card';
import { manifestSchema } from '../model/format/manifest';
import { readJson, type ReadFile } from '../model/format/read-json';
import { summariseModel, type Summary } from '../model/summary';

/** A model's layers, weights and sizes, as a table. */
export interface ModelTable extends Summary {
  readonly model: string;
  readonly architecture: string;
  readonly labels: readonly string[];
  /** Every setting of the architecture, those left as published included. */
  readonly config: object;
  /** The article, and what was changed. */
  readonly source: string;
}

/**
 * Reads what a model's files say of its layers; no weights. `read` takes names inside the model's folder.
 *
 * @throws SaliencyError naming the model and the file that is damaged or missing; `unknown-architecture`
 */
export async function modelTable(model: string, read: ReadFile): Promise<ModelTable> {
  const [manifest, card] = await Promise.all([
    readJson(model, 'model.json', manifestSchema, read),
    readJson(model, 'card.json', cardSchema, read),
  ]);
  const architecture = architectureOf(manifest.architecture, manifest.config);
  const config = architecture.configure(manifest.config);
  const { labels } = card;
  const weights = manifest.weightsManifest.flatMap((group) => group.weights);
  const rows = architecture.layers(config, labels.length);
  return {
    model,
    architecture: architecture.name,
    labels,
    config,
    source: architecture.source,
    ...summariseModel(rows, weights),
  };
}
