import type { Language } from '../../shared/languages';
import type { Files } from '../../shared/protocol/explainer';
import { COUNTS, JIEBA, KERNELS, MODEL_LIST, modelFile, MODELS } from '../installation';
import type { ReadRequest } from '../local/text-preparer';
import type { CallName, Calls } from './worker-messages';

/** Characters that are enough to guess from. */
const ENOUGH = 1_000;
/** Of a Chinese word. */
const CHARACTERS_A_WORD = 1.7;

/**
 * Begins to read what a worker is about to ask for while it still starts. In a browser a file travels through several
 * processes, megabytes for longer than a worker takes to start; the worker itself asks for one when it knows the one before.
 *
 * Guesses from the request alone. What was guessed wrongly is read in vain and forgotten; what cannot be read is told when
 * the worker asks for it.
 */
export class ReadAhead implements Files {
  private readonly begun = new Map<string, Promise<Uint8Array>>();
  /** What was begun or asked for at any time. */
  private readonly known = new Set<string>();
  private over = false;

  constructor(private readonly files: Files) {}

  /** What was begun is handed out once. */
  read(path: string): Promise<Uint8Array> {
    const begun = this.begun.get(path);
    this.begun.delete(path);
    this.known.add(path);
    return begun ?? this.files.read(path);
  }

  /** Begins with what the answer to this request needs. */
  begin(request: Calls[CallName]['request']): void {
    this.start(MODEL_LIST);
    const question = questionOf(request);
    if (!question) return;
    this.start(KERNELS);
    const start = question.text.slice(0, ENOUGH);
    const han = count(start, /\p{Script=Han}/gu);
    if (han > 0 || question.language === 'zh') this.start(JIEBA);
    const language = question.language ?? likelyLanguage(han, count(start, /\p{Script=Latin}+/gu));
    const model = question.model ?? question.preferred?.model?.[language] ?? language;
    // The worker refuses names that no model has; until then none may lead out of the folder.
    if (/^[\w-]+$/.test(model)) void this.beginModel(model);
  }

  /** The worker has what it needs: nothing is kept, and nothing more is begun. */
  end(): void {
    this.over = true;
    this.begun.clear();
  }

  private async beginModel(model: string): Promise<void> {
    const card = modelFile(MODELS, model, 'card.json');
    this.start(card);
    this.start(modelFile(MODELS, model, 'model.json'));
    for (const file of await filesIn(this.begun.get(card)))
      if (file !== COUNTS) this.start(modelFile(MODELS, model, file));
  }

  private start(path: string): void {
    if (this.over || this.known.has(path)) return;
    const reading = this.files.read(path);
    reading.catch(() => undefined);
    this.known.add(path);
    this.begun.set(path, reading);
  }
}

function questionOf(request: Calls[CallName]['request']): ReadRequest | undefined {
  if (typeof request !== 'object') return undefined;
  const text: unknown = 'texts' in request ? request.texts[0] : 'text' in request ? request.text : undefined;
  // Other extensions may ask for anything: the worker has the words for what is wrong with it.
  return typeof text === 'string' ? { ...request, text } : undefined;
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** Not `detectLanguage`, which the worker has: a guess is enough, and this bundle is parsed with every start of the editor. */
const likelyLanguage = (hanCharacters: number, latinWords: number): Language =>
  hanCharacters > 0 && hanCharacters / CHARACTERS_A_WORD >= latinWords ? 'zh' : 'en';

/** The names in a card; none where it is no card. */
async function filesIn(card: Promise<Uint8Array> | undefined): Promise<readonly string[]> {
  try {
    const { files } = JSON.parse(new TextDecoder().decode(await card)) as { files: object };
    return Object.keys(files);
  } catch {
    return [];
  }
}
