import type { Span } from '../../shared/span';
import * as vscode from 'vscode';
import type { Explainer, ExplainRequest } from '../../shared/protocol/explainer';
import type { Explanation } from '../../shared/explanation';
import type { ExplainOverrides, ExplainedRange } from './current-explanation';
import type { ExplainedRangeStore } from './explained-ranges';
import { settings } from '../activate/settings';
import { trimmed } from './spans';

/** A prediction without its reasons. */
export type PredictedText = Pick<Explanation, 'label' | 'probabilities'>;

/** Explains spans of documents: settings in, marks out. */
export class TextExplainer {
  constructor(
    private readonly explainer: Explainer,
    private readonly documents: ExplainedRangeStore,
  ) {}

  /**
   * Explains one span, which must not be blank, and keeps it marked.
   * @returns the range, or undefined if the text changed meanwhile
   * @throws SaliencyError; the signal's reason when aborted
   */
  async explain(
    document: vscode.TextDocument,
    { start, end }: Span,
    changes: ExplainOverrides = {},
    signal?: AbortSignal,
  ): Promise<ExplainedRange | undefined> {
    const text = document.getText().slice(start, end);
    const expectation = this.documents.expect(document, start, text);
    const signals = signal ? [signal, expectation.signal] : [expectation.signal];
    try {
      const explanation = await this.ask({ ...changes, text }, AbortSignal.any(signals), document.uri);
      return expectation.fulfil(explanation);
    } finally {
      expectation.end();
    }
  }

  /** The same text again: what was asked for before stays, unless `changes` says otherwise. */
  async explainAgain(
    range: ExplainedRange,
    changes: ExplainOverrides,
    signal?: AbortSignal,
  ): Promise<ExplainedRange | undefined> {
    const document = await vscode.workspace.openTextDocument(range.uri);
    const { language, model, method } = range.explanation;
    const otherLanguage = changes.language !== undefined && changes.language !== language;
    const otherModel = otherLanguage || (changes.model !== undefined && changes.model !== model);
    // Another model may lack the method and the labels of the one before.
    const before: ExplainOverrides = otherModel ? (otherLanguage ? {} : { language }) : { language, model, method };
    const asked = { ...before, ...given(changes) };
    // One label rather than another is asked of a method whose scores have a sign: of the model's first, if need be.
    const { signed } = range.explanation;
    const unfit = asked.against !== undefined && changes.method === undefined && !signed;
    const question = unfit ? { ...asked, method: undefined } : asked;
    return this.explain(document, trimmed(document.getText(), range), question, signal);
  }

  /** One prediction a text, in order, by the model and language of the settings; undefined: the text has no words. */
  async predict(
    texts: readonly string[],
    signal?: AbortSignal,
    uri?: vscode.Uri,
  ): Promise<readonly (PredictedText | undefined)[]> {
    const { language, ...preferred } = settings(uri);
    const answers = await this.explainer.batch({ texts, explain: false, language, preferred }, signal);
    return answers.map((answer) => ('error' in answer ? undefined : answer));
  }

  /** A request as the settings complete it. @param uri of the document: a folder may have a model of its own */
  async ask(request: ExplainRequest, signal?: AbortSignal, uri?: vscode.Uri): Promise<Explanation> {
    const { language, ...preferred } = settings(uri);
    return this.explainer.explain({ preferred, ...request, language: request.language ?? language }, signal);
  }
}

/** What was left out must not hide what was there before. */
function given(changes: ExplainOverrides): ExplainOverrides {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
