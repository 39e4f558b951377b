import * as vscode from 'vscode';
import type { TextExplainer } from '../ranges/explain-texts';
import { isProse } from '../ranges/sentences/live-switch';

/** Long enough for a selection by mouse to be finished. */
const REST_MS = 250;
/** A longer text would take more time without preparing better. */
const ENOUGH = 400;

/**
 * Most explanations begin with some prose being selected: by then the worker starts and the model is read, so that the
 * first one comes as quickly as all others. This happens once; without a selection it costs nothing.
 */
export class WarmUp implements vscode.Disposable {
  private rest: ReturnType<typeof setTimeout> | undefined;
  private readonly subscription = vscode.window.onDidChangeTextEditorSelection((event) => this.consider(event));

  constructor(private readonly texts: Pick<TextExplainer, 'ask'>) {}

  dispose(): void {
    clearTimeout(this.rest);
    this.subscription.dispose();
  }

  private consider({ textEditor: { document }, selections }: vscode.TextEditorSelectionChangeEvent): void {
    clearTimeout(this.rest);
    const [selected] = selections;
    if (selected.isEmpty || !isProse(document)) return;
    this.rest = setTimeout(() => {
      const text = document.getText(selected).slice(0, ENOUGH);
      if (!/\p{L}/u.test(text)) return;
      this.dispose();
      // An error is reported when an explanation is asked for.
      this.texts.ask({ text }).catch(() => undefined);
    }, REST_MS);
  }
}
