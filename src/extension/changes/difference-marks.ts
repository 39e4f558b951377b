import * as vscode from 'vscode';
import { toneOf } from '../../shared/emphasis';
import type { WhatIf } from '../../shared/studies';
import type { Explanation } from '../../shared/explanation';
import { DecorationTypes } from '../highlights/decoration-types';
import { colour } from '../highlights/palette';
import { scoreDifference } from '../wording/figures';
import { markKey, wordHighlights } from '../highlights/highlights';
import { predictionText } from '../wording/prediction';

/** Differences smaller than this part of the largest score are not written out. */
const WORTH_WRITING = 0.1;

interface Shown {
  readonly explanation: Explanation;
  /** By word: what is written behind it. */
  readonly written: ReadonlyMap<number, string>;
}

/** The marks of a text and of its edited copy, with what changed from one to the other written behind the words. */
export class DifferenceMarks implements vscode.Disposable {
  /** Made when they are first needed: most windows never are asked what if. */
  private made: { readonly marks: DecorationTypes; readonly differences: vscode.TextEditorDecorationType } | undefined;
  private readonly shown = new Map<string, Shown>();

  /** Undefined: the edited text is blank, and nothing can be said of it. */
  show(before: vscode.Uri, after: vscode.Uri, whatIf: WhatIf | undefined): void {
    if (whatIf) {
      this.shown.set(before.toString(), { explanation: whatIf.before, written: new Map() });
      this.shown.set(after.toString(), { explanation: whatIf.after, written: differencesOf(whatIf) });
    } else this.shown.delete(after.toString());
    this.paint();
  }

  forget(uri: vscode.Uri): void {
    this.shown.delete(uri.toString());
  }

  paint(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const shown = this.shown.get(editor.document.uri.toString());
      if (shown) this.paintEditor(editor, shown);
    }
  }

  dispose(): void {
    this.made?.marks.dispose();
    this.made?.differences.dispose();
    this.shown.clear();
  }

  private types(): NonNullable<typeof this.made> {
    const after = { color: new vscode.ThemeColor('descriptionForeground'), margin: '0 2px 0 2px' };
    this.made ??= {
      marks: new DecorationTypes(false),
      differences: vscode.window.createTextEditorDecorationType({ after }),
    };
    return this.made;
  }

  private paintEditor(editor: vscode.TextEditor, { explanation, written }: Shown): void {
    const { document } = editor;
    const { words, text, label } = explanation;
    // An answer to a text that changed meanwhile: the next one is on its way.
    if (document.getText() !== text) return;
    const rangeOf = (word: number): vscode.Range =>
      new vscode.Range(document.positionAt(words[word].start), document.positionAt(words[word].end));
    const { marks } = wordHighlights(explanation);
    const types = this.types();
    for (const [key, type] of types.marks.marks) {
      const ranges = marks.flatMap((mark, word) => (mark && markKey(mark) === key ? [rangeOf(word)] : []));
      editor.setDecorations(type, ranges);
    }
    editor.setDecorations(
      types.differences,
      [...written].map(([word, contentText]) => ({ range: rangeOf(word), renderOptions: { after: { contentText } } })),
    );
    const end = document.positionAt(text.length);
    const after = {
      contentText: predictionText(explanation),
      color: colour(toneOf(explanation, label)),
      margin: '0 0 0 28px',
    };
    editor.setDecorations(types.marks.predictions, [{ range: new vscode.Range(end, end), renderOptions: { after } }]);
  }
}

/** Behind words that count otherwise than before: by how much; behind new ones: that they are new. */
function differencesOf({ before, after, words }: WhatIf): ReadonlyMap<number, string> {
  const largest = Math.max(...[...before.words, ...after.words].map(({ score: value }) => Math.abs(value)));
  const written = new Map<number, string>();
  for (const word of words) {
    if (word.after === undefined) continue;
    const value = word.difference ?? after.words[word.after].score;
    if (Math.abs(value) < WORTH_WRITING * largest) continue;
    const figure = scoreDifference(value, after.signed);
    written.set(word.after, word.difference === undefined ? `(${figure})` : `Δ ${figure}`);
  }
  return written;
}
