import * as vscode from 'vscode';
import type { TextExplainer } from '../ranges/explain-texts';
import { isProse } from '../ranges/sentences/live-switch';

/** Long enough for a selection by mouse to be finished. */
const REST_MS = 250;
/** A longer text would take more time without preparing better. */
const ENOUGH = 400;

/** After the editor's start, or a change of documents, until the editor itself has done its work. */
const CALM_MS = 1_000;

/**
 * Most explanations begin with some prose being selected: by then the worker starts and the model is read, so that the
 * first one comes as quickly as all others. This happens once; without a selection it costs nothing, but in a browser, where
 * a model travels for most of a second: there it is read once prose is shown.
 */
export class WarmUp implements vscode.Disposable {
  private rest: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions = [
    vscode.window.onDidChangeTextEditorSelection((event) => this.considerSelection(event)),
  ];

  /** @param early once prose is shown, before some of it is selected */
  constructor(
    private readonly texts: Pick<TextExplainer, 'ask'>,
    early = false,
  ) {
    if (!early) return;
    const consider = (editor: vscode.TextEditor | undefined): void => {
      if (editor) this.prepareAfter(CALM_MS, editor.document, () => beginningOf(editor.document));
    };
    this.subscriptions.push(vscode.window.onDidChangeActiveTextEditor(consider));
    consider(vscode.window.activeTextEditor);
  }

  dispose(): void {
    clearTimeout(this.rest);
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private considerSelection({ textEditor: { document }, selections }: vscode.TextEditorSelectionChangeEvent): void {
    const [selected] = selections;
    if (!selected.isEmpty) this.prepareAfter(REST_MS, document, () => document.getText(selected));
  }

  private prepareAfter(rest: number, document: vscode.TextDocument, textOf: () => string): void {
    if (!isProse(document)) return;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      const text = textOf().slice(0, ENOUGH);
      if (!/\p{L}/u.test(text)) return;
      this.dispose();
      // An error is reported when an explanation is asked for.
      this.texts.ask({ text }).catch(() => undefined);
    }, rest);
  }
}

/** Of a document of any length. */
function beginningOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(0, 0, ENOUGH / 10, 0));
}
