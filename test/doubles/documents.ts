import type * as vscode from 'vscode';
import { SIGN_COLOURS } from '../../src/extension/highlights/gutter-signs';
import {
  DecorationRangeBehavior,
  EndOfLine,
  Position,
  Range,
  Selection,
  spy,
  TextDocumentChangeReason,
  Uri,
  window,
  workspace,
} from './vscode';

/** A document that can be edited and closed, and one editor that shows it and remembers its decorations. */
export class OpenDocument {
  readonly uri: Uri;
  eol = EndOfLine.LF;
  version = 1;
  languageId = 'plaintext';
  /** Calls of `setDecorations`: each is a message to the editor. */
  messages = 0;
  readonly decorations = new Map<object, readonly { range: Range; renderOptions?: object }[]>();
  readonly editor = {
    document: this,
    selection: new Selection(new Position(0, 0), new Position(0, 0)),
    get selections() {
      return [this.selection];
    },
    setDecorations: (type: object, options: readonly (Range | { range: Range })[]) => {
      const ranges = options.map((each) => (each instanceof Range ? { range: each } : each));
      this.messages++;
      this.decorations.set(type, ranges);
    },
    revealRange: () => undefined,
    visibleRanges: [new Range(new Position(0, 0), new Position(30, 0))],
  };

  constructor(
    private text: string,
    address = 'file:///a.txt',
  ) {
    this.uri = Uri.parse(address);
    workspace.textDocuments.push(this);
    window.visibleTextEditors.push(this.editor);
    window.activeTextEditor = this.editor;
  }

  /** As the extension sees it. */
  get document(): vscode.TextDocument {
    return this as unknown as vscode.TextDocument;
  }

  getText(): string {
    return this.text;
  }

  get lineCount(): number {
    return this.text.split('\n').length;
  }

  lineAt(line: number): { text: string; range: Range } {
    const text = this.text.split('\n')[line];
    return { text, range: new Range(new Position(line, 0), new Position(line, text.length)) };
  }

  offsetAt({ line, character }: Position): number {
    const before = this.text.split('\n').slice(0, line);
    return before.reduce((sum, each) => sum + each.length + 1, 0) + character;
  }

  positionAt(offset: number): Position {
    const lines = this.text.slice(0, offset).split('\n');
    return new Position(lines.length - 1, lines.at(-1)!.length);
  }

  /** Replaces `length` code units at `rangeOffset` and tells everybody. */
  edit(rangeOffset: number, rangeLength: number, text: string, reason?: 'undo'): void {
    const range = new Range(this.positionAt(rangeOffset), this.positionAt(rangeOffset + rangeLength));
    const growth = text.length - rangeLength;
    const placed = [...this.decorations].map(
      ([type, options]) => [type, options.map((each) => [each, ...this.offsetsOf(each.range)] as const)] as const,
    );
    this.text = this.text.slice(0, rangeOffset) + text + this.text.slice(rangeOffset + rangeLength);
    this.version++;
    // As an editor moves its decorations: only those that are open grow with what is typed at their edges.
    for (const [type, options] of placed) {
      const { rangeBehavior } = (type as { options: { rangeBehavior?: number } }).options;
      const grows = rangeBehavior === DecorationRangeBehavior.OpenOpen ? 1 : 0;
      const moved = options.map(([each, start, end]) => {
        const from = start < rangeOffset + grows ? start : Math.max(rangeOffset, start + growth);
        const to = end <= rangeOffset - grows ? end : Math.max(from, end + growth);
        return { ...each, range: new Range(this.positionAt(from), this.positionAt(to)) };
      });
      this.decorations.set(type, moved);
    }
    spy.changed.fire({
      document: this,
      contentChanges: [{ range, rangeOffset, rangeLength, text }],
      ...(reason && { reason: TextDocumentChangeReason.Undo }),
    });
  }

  private offsetsOf({ start, end }: Range): readonly [number, number] {
    return [this.offsetAt(start), this.offsetAt(end)];
  }

  /** One key after the other where the cursor stands; the cursor follows. */
  type(key: string): void {
    const at = this.offsetAt(this.editor.selection.active);
    this.edit(at, 0, key);
    this.select(at + key.length);
  }

  select(start: number, end = start): void {
    this.editor.selection = new Selection(this.positionAt(start), this.positionAt(end));
    spy.selected.fire({ textEditor: this.editor });
  }

  async close(): Promise<void> {
    workspace.textDocuments = workspace.textDocuments.filter((each) => each !== this);
    window.visibleTextEditors = window.visibleTextEditors.filter((each) => each !== this.editor);
    spy.closed.fire(this);
    await Promise.resolve();
  }

  /** The signs in the gutter, by the colour they are drawn in. */
  signs(): string[] {
    return [...this.decorations].flatMap(([type, options]) => {
      const { light } = (type as { options: { light?: { gutterIconPath: Uri } } }).options;
      if (!light || !spy.liveDecorationTypes.has(type)) return [];
      const tone = Object.entries(SIGN_COLOURS.blueOrange.light).find(([, colour]) =>
        decodeURIComponent(light.gutterIconPath.toString()).includes(colour),
      );
      return options.map(() => tone?.[0] ?? 'unknown');
    });
  }

  /** What an editor shows now: marked text by decoration options, and the texts behind it. */
  shown(): { marked: Record<string, string>; predictions: string[]; tinted?: Record<string, string> } {
    const marked: Record<string, string> = {};
    const predictions: string[] = [];
    const tinted: Record<string, string> = {};
    for (const [type, options] of this.decorations) {
      if (!spy.liveDecorationTypes.has(type)) continue;
      const { backgroundColor, borderStyle } = (type as { options: Record<string, { id: string } & string> }).options;
      for (const { range, renderOptions } of options) {
        const after = (renderOptions as { after: { contentText: string; textDecoration?: string } } | undefined)?.after;
        const text = this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
        if (after)
          predictions.push(`${after.contentText.replaceAll('\u00a0', ' ')}${after.textDecoration ? ' (dimmed)' : ''}`);
        else if (backgroundColor?.id.endsWith('Sentence')) tinted[text] = backgroundColor.id.replace('saliency.', '');
        else if (backgroundColor) marked[text] = `${backgroundColor.id.replace('saliency.', '')} ${borderStyle}`;
        else if ('light' in (type as { options: object }).options) continue;
        else if (borderStyle) marked[text] = `stale ${borderStyle}`;
        else marked[text] = 'pointed';
      }
    }
    return { marked, predictions, ...(Object.keys(tinted).length > 0 && { tinted }) };
  }
}

/** To be called after each test. */
export function forgetDocuments(): void {
  workspace.textDocuments = [];
  window.visibleTextEditors = [];
  window.activeTextEditor = undefined;
  spy.settings.clear();
  spy.workspaceSettings.clear();
  spy.messages.length = 0;
  spy.answers.length = 0;
  spy.executed.length = 0;
}
