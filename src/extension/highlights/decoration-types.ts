import * as vscode from 'vscode';
import { markKey, SIDES, STEPS, TONES, type Mark, type Tone } from './highlights';

/** Weight of the underline of steps 1–4, in px. */
const UNDERLINES = { 1: 1, 2: 2, 3: 3, 4: 3 } as const;

/** All decoration types of the extension: made once, disposed together. */
export class DecorationTypes implements vscode.Disposable {
  /** By `markKey`. */
  readonly marks: ReadonlyMap<string, vscode.TextEditorDecorationType>;
  /** The word that the panel points at. */
  readonly pointed: vscode.TextEditorDecorationType;
  /** Carries the verdicts as `after` text. */
  readonly verdicts: vscode.TextEditorDecorationType;

  constructor(overviewRuler: boolean) {
    const marks = TONES.flatMap((tone) => STEPS.flatMap((step) => SIDES.map((side): Mark => ({ tone, step, side }))));
    this.marks = new Map(marks.map((mark) => [markKey(mark), markType(mark, overviewRuler)]));
    this.pointed = vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      outline: '2px solid',
      outlineColor: new vscode.ThemeColor('focusBorder'),
    });
    this.verdicts = vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    });
  }

  dispose(): void {
    [...this.marks.values(), this.pointed, this.verdicts].forEach((type) => type.dispose());
  }
}

/** The accent of a tone, as contributed in `package.json`. */
export function accent(tone: Tone): vscode.ThemeColor {
  return new vscode.ThemeColor(`saliency.${tone}`);
}

function markType({ tone, step, side }: Mark, overviewRuler: boolean): vscode.TextEditorDecorationType {
  const style = side === 'for' ? 'solid' : 'dashed';
  const strong = step >= 3 && overviewRuler;
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    backgroundColor: new vscode.ThemeColor(`saliency.${tone}Background${step}`),
    borderStyle: style,
    borderWidth: `0 0 ${UNDERLINES[step]}px 0`,
    borderColor: accent(tone),
    ...(step === 4 && { outline: `1px ${style}`, outlineColor: accent(tone) }),
    ...(strong && { overviewRulerColor: accent(tone), overviewRulerLane: vscode.OverviewRulerLane.Right }),
  });
}
