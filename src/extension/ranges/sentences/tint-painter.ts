import * as vscode from 'vscode';
import { affectsMarks, type MarkSettings } from '../../activate/settings';
import { toneOf, type Tone } from '../../../shared/tone';
import { TONES } from '../../highlights/highlights';
import { colour } from '../../highlights/palette';
import type { PredictedSentence, WholeDocuments } from './whole-documents';

type Look = Pick<MarkSettings, 'overviewRuler' | 'palette'>;

/** Tints the sentences of whole documents by their prediction, in the text and in the overview ruler. */
export class TintPainter implements vscode.Disposable {
  /** Made when a document is explained as a whole first. */
  private made: ReadonlyMap<Tone, vscode.TextEditorDecorationType> | undefined;
  /** By tone, what each editor was sent last. */
  private painted = new WeakMap<vscode.TextEditor, Map<Tone, string>>();
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly whole: WholeDocuments,
    private readonly wants: () => Look,
  ) {
    this.subscriptions = [
      whole.onDidPredict((uri) => this.paintAll(uri)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.paintAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affectsMarks(event)) this.renew();
      }),
    ];
    this.paintAll();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.made?.forEach((type) => type.dispose());
  }

  private renew(): void {
    this.made?.forEach((type) => type.dispose());
    this.made = undefined;
    this.painted = new WeakMap();
    this.paintAll();
  }

  private paintAll(uri?: vscode.Uri): void {
    for (const editor of vscode.window.visibleTextEditors)
      if (!uri || editor.document.uri.toString() === uri.toString()) this.paint(editor);
  }

  private paint(editor: vscode.TextEditor): void {
    const { document } = editor;
    const painted = this.painted.get(editor) ?? new Map<Tone, string>();
    const sentences = this.whole.of(document.uri);
    if (sentences.length === 0 && !this.made) return;
    this.made ??= tintTypes(this.wants());
    const byTone = byToneOf(sentences);
    for (const [tone, type] of this.made) {
      const ranges = (byTone.get(tone) ?? []).map(
        ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)),
      );
      // The editor moves decorations with the text: what is shown is only known for the version it was sent for.
      const now = `${document.version}:${ranges.length}`;
      if (painted.get(tone) === now || (ranges.length === 0 && !painted.has(tone))) continue;
      editor.setDecorations(type, ranges);
      painted.set(tone, now);
    }
    this.painted.set(editor, painted);
  }
}

function byToneOf(sentences: readonly PredictedSentence[]): ReadonlyMap<Tone, PredictedSentence[]> {
  const byTone = new Map<Tone, PredictedSentence[]>(TONES.map((tone) => [tone, []]));
  for (const sentence of sentences) byTone.get(toneOf(sentence.prediction, sentence.prediction.label))!.push(sentence);
  return byTone;
}

function tintTypes({ overviewRuler, palette }: Look): ReadonlyMap<Tone, vscode.TextEditorDecorationType> {
  const type = (tone: Tone): vscode.TextEditorDecorationType =>
    vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      backgroundColor: colour(palette, tone, 'Sentence'),
      ...(overviewRuler && {
        overviewRulerColor: colour(palette, tone),
        overviewRulerLane: vscode.OverviewRulerLane.Left,
      }),
    });
  return new Map(TONES.map((tone) => [tone, type(tone)]));
}
