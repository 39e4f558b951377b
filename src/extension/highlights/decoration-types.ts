import * as vscode from 'vscode';
import type { MarkSettings } from '../activate/settings';
import { signType, type Sign } from './gutter-signs';
import { colour } from './palette';
import { markKey, SIDES, STEPS, TONES, type Mark } from './highlights';

/** Weight of the underline of steps 1–4, in px. */
const UNDERLINES = { 1: 1, 2: 2, 3: 3, 4: 3 } as const;

type Look = Pick<MarkSettings, 'overviewRuler' | 'palette'>;

/** All decoration types of the extension: each made once, disposed together. */
export class DecorationTypes implements vscode.Disposable {
  /** By `markKey`. */
  readonly marks: ReadonlyMap<string, vscode.TextEditorDecorationType>;
  /** Highlights of texts that changed since: made when they are needed first. */
  private readonly stale = new Map<string, vscode.TextEditorDecorationType>();
  /** The word that the panel points at. */
  readonly pointed: vscode.TextEditorDecorationType;
  /** Carries the predictions as `after` text. */
  readonly predictions: vscode.TextEditorDecorationType;

  /** Signs in the gutter: made when they are needed first. */
  private readonly signs = new Map<Sign, vscode.TextEditorDecorationType>();

  constructor(private readonly look: Look) {
    const marks = TONES.flatMap((tone) => STEPS.flatMap((step) => SIDES.map((side): Mark => ({ tone, step, side }))));
    this.marks = new Map(marks.map((mark) => [markKey(mark), markType(mark, look)]));
    this.pointed = vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      outline: '2px solid',
      outlineColor: new vscode.ThemeColor('focusBorder'),
    });
    // It goes along with what is typed at the end of its line: a prediction never stands between two words.
    this.predictions = vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
    });
  }

  of(mark: Mark, stale: boolean): vscode.TextEditorDecorationType {
    const key = markKey(mark);
    if (!stale) return this.marks.get(key)!;
    const type = this.stale.get(key) ?? markType(mark, this.look, true);
    this.stale.set(key, type);
    return type;
  }

  sign(sign: Sign): vscode.TextEditorDecorationType {
    const type = this.signs.get(sign) ?? signType(sign, this.look.palette);
    this.signs.set(sign, type);
    return type;
  }

  dispose(): void {
    const lazy = [...this.stale.values(), ...this.signs.values()];
    [...this.marks.values(), ...lazy, this.pointed, this.predictions].forEach((type) => type.dispose());
  }
}

/** A stale highlight keeps its line, so that nothing moves, and loses its background. */
function markType(
  { tone, step, side }: Mark,
  { overviewRuler, palette }: Look,
  stale = false,
): vscode.TextEditorDecorationType {
  const style = side === 'for' ? 'solid' : 'dashed';
  const strong = step >= 3 && overviewRuler;
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    // Of code, too: a green comment could not be read on it.
    ...(!stale && {
      backgroundColor: colour(palette, tone, `Background${step}`),
      color: new vscode.ThemeColor('editor.foreground'),
    }),
    borderStyle: style,
    borderWidth: `0 0 ${UNDERLINES[step]}px 0`,
    borderColor: colour(palette, tone),
    ...(step === 4 && !stale && { outline: `1px ${style}`, outlineColor: colour(palette, tone) }),
    ...(strong && { overviewRulerColor: colour(palette, tone), overviewRulerLane: vscode.OverviewRulerLane.Right }),
  });
}
