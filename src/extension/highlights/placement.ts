import type { Tone } from '../../shared/tone';
import * as vscode from 'vscode';
import type { Density } from '../../shared/highlights';
import { markSettings, type MarkSettings } from '../activate/settings';
import type { ExplainedRange } from '../ranges/current-explanation';
import type { DecorationTypes } from './decoration-types';
import { signOf, type Sign } from './gutter-signs';
import { rangesByEndLine, linePrediction, predictionsIn, shownTone } from './line-predictions';

type Painted = [vscode.TextEditorDecorationType, vscode.DecorationOptions[]];

/**
 * Columns that an editor surely shows in a window of some 1,280 px: by itself, and beside the panel or another editor. No
 * editor tells its width, or where it wraps a line, and what is written after a line takes no part in wrapping.
 */
const COLUMNS = { alone: 72, beside: 40 };
/** Columns between a text and what stands after it. */
const SPACE = 3;
const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3000-\u303f\uff00-\uff60]/gu;
/** Before a prediction that stands below its text, since other lines above a text belong to that. */
const BELOW = '↳ ';

/** What stands in the text or beside it, as the setting has it. */
export function predictionsOf(
  document: vscode.TextDocument,
  ranges: readonly ExplainedRange[],
  types: DecorationTypes,
  { placement, palette, density }: Pick<MarkSettings, 'placement' | 'palette' | 'density'>,
): Painted[] {
  if (placement !== 'afterText' && placement !== 'gutter') return [];
  const behind: vscode.DecorationOptions[] = [];
  const beside = new Map<number, Tone[]>();
  for (const [line, ended] of rangesByEndLine(document, ranges)) {
    const said = placement === 'afterText' ? predictionsIn(ended, density) : '';
    const at = placement === 'afterText' ? writtenAt(document, line, said) : undefined;
    if (at !== undefined) {
      behind.push(linePrediction(document, at, ended, at === line ? said : BELOW + said, palette));
      continue;
    }
    for (const range of ended) {
      const start = document.positionAt(range.start).line;
      beside.set(start, [...(beside.get(start) ?? []), shownTone(range)]);
    }
  }
  const signs = new Map<Sign, vscode.DecorationOptions[]>();
  for (const [line, tones] of beside) {
    const sign = signOf(tones);
    signs.set(sign, [...(signs.get(sign) ?? []), { range: new vscode.Range(line, 0, line, 0) }]);
  }
  return [[types.predictions, behind], ...[...signs].map(([sign, there]): Painted => [types.sign(sign), there])];
}

/** By the line that it is written on, whose predictions stand there. */
export function predictionsOnLine(
  document: vscode.TextDocument,
  ranges: readonly ExplainedRange[],
  line: number,
): readonly ExplainedRange[] | undefined {
  const byLine = rangesByEndLine(document, ranges);
  const above = byLine.get(line - 1);
  if (byLine.has(line) || !above) return byLine.get(line);
  return writtenAt(document, line - 1, predictionsIn(above, markSettings().density)) === line ? above : undefined;
}

/** Whether what is written of the texts that end above one of these lines may stand on it. */
export function mayStandOn(
  document: vscode.TextDocument,
  ranges: readonly ExplainedRange[],
  lines: readonly number[],
  density: Density,
): boolean {
  const byLine = rangesByEndLine(document, ranges);
  return lines.some((line) => {
    const above = byLine.get(line - 1);
    return above !== undefined && !hasRoom(document, line - 1, predictionsIn(above, density));
  });
}

/**
 * The line on which something is written of the texts that end on a line: there, after the text, where there is room for
 * sure, else the empty line below, where nothing is pushed away or cut off. Undefined: there is none.
 */
function writtenAt(document: vscode.TextDocument, line: number, said: string): number | undefined {
  if (hasRoom(document, line, said)) return line;
  const below = line + 1;
  return below < document.lineCount && document.lineAt(below).text.trim() === '' ? below : undefined;
}

function hasRoom(document: vscode.TextDocument, line: number, said: string): boolean {
  const columns = vscode.window.tabGroups.all.length > 1 ? COLUMNS.beside : COLUMNS.alone;
  return widthOf(document.lineAt(line).text) + SPACE + widthOf(said) <= columns;
}

/** In columns: characters of scripts without spaces take two. */
function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0) + 3 * (text.split('\t').length - 1);
}
