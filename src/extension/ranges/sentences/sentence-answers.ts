import * as vscode from 'vscode';
import { LruCache } from '../../../shared/lru-cache';
import { concernsOneText } from '../../../shared/saliency-error';
import type { Explanation } from '../../../shared/explanation';
import type { PredictedText, TextExplainer } from '../explain-texts';

/** A sentence that has no answer and never will: it has no words, or no model reads it. */
export type Unanswered = 'none';

/** Explanations that are kept: some screenfuls of sentences. */
const EXPLANATIONS = 1_000;
/** Predictions that are kept: those of a long document. */
const PREDICTIONS = 50_000;

/** What is known of sentences, by their text: the same sentence is asked about once, until a setting changes. */
export class SentenceAnswers implements vscode.Disposable {
  private explanations = new LruCache<string, Explanation | Unanswered>(EXPLANATIONS);
  private predictions = new LruCache<string, PredictedText | Unanswered>(PREDICTIONS);
  private readonly forgot = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;

  /** A setting changed: all is to be asked anew. */
  readonly onDidForget = this.forgot.event;

  constructor(private readonly texts: TextExplainer) {
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (
        ['method', 'language', 'model', 'modelsFolder'].some((name) => event.affectsConfiguration(`saliency.${name}`))
      )
        this.forget();
    });
  }

  explanation(text: string): Explanation | Unanswered | undefined {
    return this.explanations.get(text);
  }

  prediction(text: string): PredictedText | Unanswered | undefined {
    return this.predictions.get(text) ?? this.explanations.get(text);
  }

  /** @throws SaliencyError where no sentence can be explained; the signal's reason when aborted */
  async explain(text: string, signal: AbortSignal): Promise<Explanation | Unanswered> {
    const answers = this.explanations;
    const answer = await this.texts.ask({ text }, signal).catch(refused);
    answers.set(text, answer);
    return answer;
  }

  /** @throws as `explain` */
  async judge(texts: readonly string[], signal: AbortSignal): Promise<void> {
    const { predictions } = this;
    for (const [index, answer] of (await this.texts.judge(texts, signal)).entries())
      predictions.set(texts[index], answer ?? 'none');
  }

  dispose(): void {
    this.subscription.dispose();
    this.forgot.dispose();
  }

  private forget(): void {
    this.explanations = new LruCache(EXPLANATIONS);
    this.predictions = new LruCache(PREDICTIONS);
    this.forgot.fire();
  }
}

function refused(error: unknown): Unanswered {
  if (concernsOneText(error)) return 'none';
  throw error;
}
