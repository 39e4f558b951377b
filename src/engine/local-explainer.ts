import type { Explanation } from '../explain/explanation';
import { explainText } from '../explain/explain';
import type { ModelCard } from '../model/format/card';
import { loadChineseSegmenter } from '../text/chinese';
import type { Language } from '../text/language';
import { SaliencyError } from '../text/saliency-error';
import type { Segmenter } from '../text/word';
import { backendMemory } from './backend';
import { Catalogue } from './catalogue';
import { cutText, LANGUAGE_NAMES } from './cut-text';
import type { EngineStatus } from './engine-status';
import type { Explainer, ExplainRequest, Files, ModelSummary } from './explainer';
import { internal } from './internal-error';
import { ModelShelf } from './model-shelf';
import { Recent } from './recent';
import { SerialQueue } from './serial-queue';

/** Explanations that are kept for the next time they are asked for. */
const KEPT = 64;
/** Longer ones are not kept: a thousand words are some 100 KB. */
const KEPT_WORDS = 1_000;
/** The longest text that is explained, in UTF-16 units. */
const MAX_LENGTH = 100_000;

const JIEBA = 'dist/jieba_rs_wasm_bg.wasm';

type Preferred = NonNullable<ExplainRequest['preferred']>;

/** Explains in this process. One at a time: whoever calls while another runs waits in a queue. */
export class LocalExplainer implements Explainer {
  private readonly queue = new SerialQueue();
  private readonly catalogue: Catalogue;
  private readonly shelf: ModelShelf;
  private readonly kept = new Recent<string, Explanation>(KEPT);
  private segmenter?: Promise<Segmenter>;

  constructor(private readonly files: Files) {
    this.catalogue = new Catalogue(files);
    this.shelf = new ModelShelf(files, this.catalogue);
  }

  explain(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    return this.queue.run(() => this.answer(request, signal), signal);
  }

  models(): Promise<readonly ModelSummary[]> {
    return this.catalogue.summaries();
  }

  /** What is held at the moment. */
  status(): Promise<EngineStatus> {
    return this.queue.run(() => Promise.resolve({ ...backendMemory(), loaded: this.shelf.loaded }));
  }

  /** Waits for what runs, then frees all weights. */
  dispose(): Promise<void> {
    return this.queue.run(() => {
      this.kept.clear();
      this.shelf.clear();
      return Promise.resolve();
    });
  }

  private async answer(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    try {
      return await this.timed(request, signal);
    } catch (error) {
      if (error instanceof SaliencyError || signal?.aborted) throw error;
      throw internal(error);
    }
  }

  private async timed(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    const start = performance.now();
    const { text, language, model, method, target, preferred } = request;
    const key = JSON.stringify([text, language, model, method, target, preferred]);
    const kept = this.kept.get(key);
    const explanation = kept ?? (await this.explainAnew(request, signal));
    if (explanation.words.length <= KEPT_WORDS) this.kept.set(key, explanation);
    return { ...explanation, milliseconds: Math.round((performance.now() - start) * 100) / 100 };
  }

  private async explainAnew(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    const { text, method, target, preferred } = request;
    if (text.length > MAX_LENGTH) throw tooLong(text);
    const card = request.model === undefined ? undefined : await this.catalogue.card(request.model);
    const { warnings, ...cut } = await cutText(text, languageOf(request, card), () => this.jieba());
    if (cut.words.length === 0) throw new SaliencyError('There are no words in this text.', 'no-words');
    const subject = await this.shelf.get(card?.name ?? (await this.modelFor(cut.language, preferred?.model)));
    signal?.throwIfAborted();
    const question = { method, preferred: preferred?.method, target };
    const explanation = explainText(subject, { text, ...cut }, question);
    return { ...explanation, milliseconds: 0, warnings: [...warnings, ...explanation.warnings] };
  }

  private async modelFor(language: Language, preferred: Preferred['model']): Promise<string> {
    const name = preferred?.[language];
    if (name === undefined) return this.catalogue.defaultFor(language);
    languageOf({ language, model: name }, await this.catalogue.card(name));
    return name;
  }

  private jieba(): Promise<Segmenter> {
    this.segmenter ??= this.files.read(JIEBA).then(loadChineseSegmenter);
    this.segmenter.catch(() => (this.segmenter = undefined));
    return this.segmenter;
  }
}

/** A model named in the request decides the language: its vocabulary knows no other. */
function languageOf(
  { language, model }: Omit<ExplainRequest, 'text'>,
  card: ModelCard | undefined,
): Language | undefined {
  if (!card || language === undefined || language === card.language) return card?.language ?? language;
  const [its, asked] = [LANGUAGE_NAMES[card.language], LANGUAGE_NAMES[language]];
  throw new SaliencyError(`The model “${model}” is for ${its} texts, not for ${asked} ones.`, 'wrong-language', {
    model: model!,
    language: card.language,
    asked: language,
  });
}

function tooLong(text: string): SaliencyError {
  const [length, most] = [text.length, MAX_LENGTH].map((figure) => figure.toLocaleString('en'));
  return new SaliencyError(
    `The text is too long: ${length} characters; at most ${most} are explained at a time.`,
    'too-long',
    { length: text.length, most: MAX_LENGTH },
  );
}
