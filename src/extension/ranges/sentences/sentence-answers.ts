import * as vscode from 'vscode';
import { LruCache } from '../../../shared/lru-cache';
import { concernsOneText } from '../../../shared/saliency-error';
import type { Explanation } from '../../../shared/explanation';
import { settings } from '../../activate/settings';
import type { PredictedText, TextExplainer } from '../explain-texts';

/** A sentence that has no answer and never will: it has no words, or no model reads it. */
export type Unanswered = 'none';

/** Explanations that are kept: some screenfuls of sentences. */
const EXPLANATIONS = 1_000;
/** Predictions that are kept: those of a long document. */
const PREDICTIONS = 50_000;
const DOCUMENTS = 200;

/** What is known of sentences, by their text: the same sentence is asked about once, until a setting changes. */
export class SentenceAnswers implements vscode.Disposable {
  private explanations = new LruCache<string, Explanation | Unanswered>(EXPLANATIONS);
  private predictions = new LruCache<string, PredictedText | Unanswered>(PREDICTIONS);
  /** By document: the models that read it. */
  private readonly models = new LruCache<string, string>(DOCUMENTS);
  private readonly forgot = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;

  /** A setting changed: all is to be asked again. */
  readonly onDidForget = this.forgot.event;

  constructor(private readonly texts: TextExplainer) {
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (
        ['method', 'language', 'model', 'modelsFolder', 'folderModels'].some((name) =>
          event.affectsConfiguration(`saliency.${name}`),
        )
      )
        this.forget();
    });
  }

  /** @param uri of the document: a folder may have a model of its own */
  explanation(text: string, uri: vscode.Uri): Explanation | Unanswered | undefined {
    return this.explanations.get(this.keyOf(text, uri));
  }

  prediction(text: string, uri: vscode.Uri): PredictedText | Unanswered | undefined {
    const key = this.keyOf(text, uri);
    return this.predictions.get(key) ?? this.explanations.get(key);
  }

  /** @throws SaliencyError where no sentence can be explained; the signal's reason when aborted */
  async explain(text: string, uri: vscode.Uri, signal: AbortSignal): Promise<Explanation | Unanswered> {
    const answers = this.explanations;
    const answer = await this.texts.ask({ text }, signal, uri).catch(refused);
    answers.set(this.keyOf(text, uri), answer);
    return answer;
  }

  /** @throws as `explain` */
  async predict(texts: readonly string[], uri: vscode.Uri, signal: AbortSignal): Promise<void> {
    const { predictions } = this;
    for (const [index, answer] of (await this.texts.predict(texts, signal, uri)).entries())
      predictions.set(this.keyOf(texts[index], uri), answer ?? 'none');
  }

  dispose(): void {
    this.subscription.dispose();
    this.forgot.dispose();
  }

  /** Texts are read by the models of their folder. */
  private keyOf(text: string, uri: vscode.Uri): string {
    const key = uri.toString();
    let models = this.models.get(key);
    if (models === undefined) this.models.set(key, (models = modelsOf(uri)));
    return `${models}\n${text}`;
  }

  private forget(): void {
    this.models.clear();
    this.explanations = new LruCache(EXPLANATIONS);
    this.predictions = new LruCache(PREDICTIONS);
    this.forgot.fire();
  }
}

/** A wrong setting is reported when an explanation is asked for. */
function modelsOf(uri: vscode.Uri): string {
  try {
    return JSON.stringify(settings(uri).model);
  } catch {
    return '';
  }
}

function refused(error: unknown): Unanswered {
  if (concernsOneText(error)) return 'none';
  throw error;
}
