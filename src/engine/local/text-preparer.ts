import { LANGUAGE_WORDING } from '../../shared/strings/languages';
import type { CutText } from '../../explain/cut-text';
import type { Model } from '../../model/model';
import type { ModelCard } from '../../shared/model-card';
import type { Warning } from '../../shared/warning';
import type { Language } from '../../shared/languages';
import { kerasWords } from '../../text/keras-tokens';
import { languagesIn } from '../../text/language';
import { segmenterFor } from '../../text/languages';
import { SaliencyError } from '../../shared/saliency-error';
import type { Segmenter } from '../../text/word';
import type { ModelCatalogue } from './catalogue';
import { cutText } from './cut-text';
import type { ExplainRequest, Files } from '../../shared/protocol/explainer';
import type { ModelCache } from './model-cache';

/** The longest text that is read, in UTF-16 units. */
const MAX_LENGTH = 100_000;

/** What a request says about its text and who reads it. */
export type ReadRequest = Pick<ExplainRequest, 'text' | 'language' | 'model' | 'preferred' | 'method'>;

type Preferred = NonNullable<ExplainRequest['preferred']>;

/** A text cut into words, and the model that is to read it. */
export interface PreparedText {
  readonly subject: Model;
  readonly cut: CutText;
  /** Warnings about the choice of language. */
  readonly warnings: readonly Warning[];
}

/** Turns a request into words and a model; a dictionary is loaded by the first text that needs it. */
export class TextPreparer {
  private readonly segmenters = new Map<Language, Promise<Segmenter>>();

  constructor(
    private readonly files: Files,
    private readonly catalogue: ModelCatalogue,
    private readonly modelCache: ModelCache,
  ) {}

  /** @throws SaliencyError `no-words`, `too-long`, or why there is no such model for the text */
  async prepare(request: ReadRequest): Promise<PreparedText> {
    const { text, preferred } = request;
    if (text.length > MAX_LENGTH) throw tooLong(text);
    const card = request.model === undefined ? undefined : await this.catalogue.card(request.model);
    const asked = languageOf(request, card);
    const load = async (language: Language) =>
      this.modelCache.get(card?.name ?? (await this.modelFor(language, preferred?.model)), request.method);
    const { warnings, ...cut } = await cutText(text, asked, (language) =>
      this.segmenter(language, () => beginLoading(text, asked, load)),
    );
    if (cut.words.length === 0) throw new SaliencyError('There are no words in this text.', 'no-words');
    const subject = await load(cut.language);
    return { subject, cut: { text, ...cut, words: kerasWords(cut.words, subject.card.standardisation) }, warnings };
  }

  private async modelFor(language: Language, preferred: Preferred['model']): Promise<string> {
    const name = preferred?.[language];
    if (name === undefined) return this.catalogue.defaultFor(language);
    languageOf({ language, model: name }, await this.catalogue.card(name));
    return name;
  }

  /** @param meanwhile done while a dictionary is read: jieba's has 4.6 MB */
  private segmenter(language: Language, meanwhile: () => void): Promise<Segmenter> {
    const known = this.segmenters.get(language);
    if (known) return known;
    const segmenter = segmenterFor(language, (path) => this.files.read(path));
    this.segmenters.set(language, segmenter);
    segmenter.catch(() => this.segmenters.delete(language));
    meanwhile();
    return segmenter;
  }
}

/** Loads the model where the script of the text tells which it is. */
function beginLoading(text: string, asked: Language | undefined, load: (language: Language) => Promise<unknown>): void {
  const [only, ...others] = languagesIn(text);
  const language = asked ?? (others.length === 0 ? only : undefined);
  // An error here happens again when the model is needed, and is reported then.
  if (language !== undefined) load(language).catch(() => undefined);
}

/** A model named in the request decides the language: its vocabulary knows no other. */
function languageOf({ language, model }: Omit<ReadRequest, 'text'>, card: ModelCard | undefined): Language | undefined {
  if (!card || language === undefined || language === card.language) return card?.language ?? language;
  const [its, asked] = [LANGUAGE_WORDING[card.language], LANGUAGE_WORDING[language]];
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
