import * as vscode from 'vscode';

type Type = vscode.TextEditorDecorationType;

/** One stretch that was sent to the editor: where it stands, and what is written after it. */
interface Sent {
  line: number;
  lastLine: number;
  readonly written: string;
}

/**
 * What the editors show. It is created before other listeners to edits: what an edit did to the decorations must be known when
 * they are painted again.
 */
export class PaintedEditors implements vscode.Disposable {
  private editors = new WeakMap<vscode.TextEditor, PaintedEditor>();
  private readonly subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document === document) this.editors.get(editor)?.follow(contentChanges);
  });

  of(editor: vscode.TextEditor): PaintedEditor {
    const painted = this.editors.get(editor) ?? new PaintedEditor(editor);
    this.editors.set(editor, painted);
    return painted;
  }

  /** The decorations are gone. */
  forget(): void {
    this.editors = new WeakMap();
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

/**
 * What one editor shows. Types of decorations are sent only where they changed: an edit leaves those of other lines as
 * they are, since the editor itself moves what stands below.
 */
class PaintedEditor {
  private readonly sent = new Map<Type, Sent[] | 'moved'>();

  constructor(private readonly editor: vscode.TextEditor) {}

  /** Shows these decorations, and no others. */
  paint(byType: ReadonlyMap<Type, readonly vscode.DecorationOptions[]>): void {
    for (const type of new Set([...this.sent.keys(), ...byType.keys()])) {
      const options = byType.get(type) ?? [];
      const now = options.map(sentOf);
      if (isSame(this.sent.get(type) ?? [], now)) continue;
      this.editor.setDecorations(type, [...options]);
      if (now.length > 0) this.sent.set(type, now);
      else this.sent.delete(type);
    }
  }

  /** Whether an edit touched the lines of what is shown of a type, which was not painted since. */
  hasMoved(type: Type): boolean {
    return this.sent.get(type) === 'moved';
  }

  /** Edits: what stands on their lines was moved in ways of the editor's own. */
  follow(edits: readonly vscode.TextDocumentContentChangeEvent[]): void {
    for (const { range, text } of [...edits].sort((a, b) => b.rangeOffset - a.rangeOffset)) {
      const growth = text.split('\n').length - 1 - (range.end.line - range.start.line);
      for (const [type, sent] of this.sent) {
        if (sent === 'moved') continue;
        if (sent.some(({ line, lastLine }) => line <= range.end.line && lastLine >= range.start.line)) {
          this.sent.set(type, 'moved');
          continue;
        }
        for (const each of sent) {
          if (each.line <= range.end.line) continue;
          each.line += growth;
          each.lastLine += growth;
        }
      }
    }
  }
}

function sentOf({ range: { start, end }, renderOptions }: vscode.DecorationOptions): Sent {
  const after = renderOptions?.after;
  const colour = (after?.color as { id?: string } | undefined)?.id ?? '';
  const written = [start.character, end.character, after?.contentText, colour, after?.textDecoration].join(' ');
  return { line: start.line, lastLine: end.line, written };
}

function isSame(sent: readonly Sent[] | 'moved', now: readonly Sent[]): boolean {
  if (sent === 'moved' || sent.length !== now.length) return false;
  return now.every(({ line, lastLine, written }, index) => {
    const before = sent[index];
    return before.line === line && before.lastLine === lastLine && before.written === written;
  });
}
