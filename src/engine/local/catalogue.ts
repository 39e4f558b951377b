import { LANGUAGE_WORDING } from '../../shared/strings/languages';
import { methodsOf, traitsOf } from '../../explain/methods/methods';
import type { Architecture } from '../../model/architectures/architecture';
import { KERAS_GRAPH } from '../../model/architectures/keras-graph';
import { architectureNamed, architectureOf } from '../../model/architectures/registry';
import { readManifest } from '../../model/format/read-manifest';
import { cardSchema, type ModelCard } from '../../shared/model-card';
import { readJson, type ReadFile } from '../../model/format/read-json';
import { FALLBACK_LANGUAGE, LANGUAGE_CODES, LANGUAGES, type Language } from '../../shared/languages';
import { SaliencyError } from '../../shared/saliency-error';
import type { Files, ModelSummary } from '../../shared/protocol/explainer';
import { MODEL_LIST, modelFile, MODELS } from '../installation';
import { OWN_MODELS } from '../own-models';

/** The available models, known by their cards; reads no weights. Cards that could be read are kept. */
export class ModelCatalogue {
  /** Read once, also where several ask at once; after a failure, again. */
  private list?: Promise<readonly string[]>;
  private own: ReadonlySet<string> = new Set();
  private readonly cards = new Map<string, ModelCard>();

  constructor(private readonly files: Files) {}

  /** Reads the files of one model. */
  filesOf(name: string): ReadFile {
    const folder = this.own.has(name) ? OWN_MODELS.folder : MODELS;
    return (file) => this.files.read(modelFile(folder, name, file));
  }

  /** Shipped ones first; an own model with the name of a shipped one is left out, so that a name means one model. */
  names(): Promise<readonly string[]> {
    this.list ??= this.readNames().catch((error: unknown) => {
      this.list = undefined;
      throw error;
    });
    return this.list;
  }

  /** @throws SaliencyError `unknown-model` listing those there are; `damaged-model` naming the file */
  async card(name: string): Promise<ModelCard> {
    // A model may have come since the list was read: one that was trained here, or copied into the folder.
    if (!(await this.names()).includes(name)) this.list = undefined;
    const names = await this.names();
    if (!names.includes(name)) {
      const there = names.length > 0 ? `There are: ${names.join(', ')}.` : 'There are none.';
      throw new SaliencyError(`There is no model “${name}”. ${there}`, 'unknown-model', { model: name, models: names });
    }
    const known = this.cards.get(name);
    if (known) return known;
    // A folder may be a copy or renamed: its name counts, whatever its card says.
    const card = { ...(await readJson(name, 'card.json', cardSchema, this.filesOf(name))), name };
    this.cards.set(name, card);
    return card;
  }

  /** The architecture of a model; what an imported one can do stands in its `model.json`. */
  async architecture(name: string): Promise<Architecture> {
    const { architecture } = await this.card(name);
    if (architecture !== KERAS_GRAPH) return architectureNamed(architecture);
    const { config } = await readManifest(name, this.filesOf(name));
    return architectureOf(architecture, config);
  }

  /** The default of a language: the model that the table names, else the first one whose card can be read. */
  async defaultFor(language: Language): Promise<string> {
    const names = await this.names();
    const { defaultModel } = LANGUAGES[language];
    if (names.includes(defaultModel)) return defaultModel;
    for (const name of names) {
      const card = await this.card(name).catch(() => undefined);
      if (card?.language === language) return name;
    }
    const there = names.length > 0 ? `Installed: ${names.join(', ')}.` : 'No model is installed.';
    const message = `There is no model for ${LANGUAGE_WORDING[language]} texts. ${there}`;
    throw new SaliencyError(message, 'no-model', { language, models: names });
  }

  async summaries(): Promise<readonly ModelSummary[]> {
    // A list of all models has to be the current one.
    this.list = undefined;
    const names = await this.names();
    return Promise.all(names.map((name) => this.summary(name)));
  }

  private async summary(name: string): Promise<ModelSummary> {
    try {
      const card = await this.card(name);
      const { language, architecture, labels, defaultMethod, size: bytes, measured, speed, purpose } = card;
      const more = {
        ...(speed && { speed }),
        ...(purpose && { purpose }),
        ...(this.own.has(name) && { own: true as const }),
      };
      const of = await this.architecture(name);
      const methods = methodsOf(traitsOf(of, card.saliency !== undefined), defaultMethod);
      const figures = measured.map(({ data, accuracy, macroF1, n }) => ({ data, accuracy, macroF1, n }));
      return { name, language, architecture, labels, methods, bytes, measured: figures, ...more };
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      const language = LANGUAGE_CODES.find((code) => name.startsWith(code)) ?? FALLBACK_LANGUAGE;
      return { name, language, architecture: '', labels: [], methods: [], bytes: 0, measured: [], problem };
    }
  }

  private async readNames(): Promise<readonly string[]> {
    const own = this.files
      .read(OWN_MODELS.list)
      .then(namesIn)
      .catch(() => undefined);
    const shipped = await this.readList();
    this.own = new Set((await own)?.filter((name) => !shipped.includes(name)));
    return [...shipped, ...this.own];
  }

  private async readList(): Promise<readonly string[]> {
    try {
      const list = namesIn(await this.files.read(MODEL_LIST));
      if (list) return list;
      throw new Error('it is no list of names');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `${MODEL_LIST} cannot be used: ${reason}. Install Saliency again.`;
      throw new SaliencyError(message, 'damaged-installation', { reason });
    }
  }
}

function namesIn(bytes: Uint8Array): readonly string[] | undefined {
  const list: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return Array.isArray(list) && list.every((name) => typeof name === 'string') ? list : undefined;
}
