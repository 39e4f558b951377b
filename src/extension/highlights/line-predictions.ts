import * as vscode from 'vscode';
import { toneOf, type Tone } from '../../shared/tone';
import type { Label } from '../../shared/explanation';
import type { Density } from '../../shared/highlights';
import type { Palette } from '../activate/settings';
import type { ExplainedRange } from '../ranges/current-explanation';
import { hasHighlights } from './highlights';
import { colour } from './palette';
import { shortLabelName } from '../wording/names';
import { shortPrediction } from '../wording/prediction';

/** More predictions than these after one line are counted instead of written out. */
const WRITTEN_OUT = 2;
/** There is no field for the opacity of what stands after a text; extensions reach it through this one. */
const DIMMED = 'none; opacity: 0.6';

/** The label that is shown of a range. */
export function shownLabel({ heldLabel, explanation }: ExplainedRange): Label {
  return heldLabel ?? explanation.label;
}

export function shownTone(range: ExplainedRange): Tone {
  return toneOf(range.explanation, shownLabel(range));
}

/** By line, the ranges that end there and are not empty. */
export function rangesByEndLine(
  document: vscode.TextDocument,
  ranges: readonly ExplainedRange[],
): ReadonlyMap<number, readonly ExplainedRange[]> {
  const byLine = new Map<number, ExplainedRange[]>();
  for (const range of ranges) {
    if (range.end <= range.start) continue;
    const { line } = document.positionAt(range.end);
    byLine.set(line, [...(byLine.get(line) ?? []), range]);
  }
  return byLine;
}

/** What is written of the texts that end on one line. */
export function predictionsIn(ended: readonly ExplainedRange[], density: Density): string {
  return ended.length > WRITTEN_OUT ? counted(ended) : ended.map((range) => written(range, density)).join(' · ');
}

/** What stands after the last character of a line. */
export function linePrediction(
  document: vscode.TextDocument,
  line: number,
  ended: readonly ExplainedRange[],
  contentText: string,
  palette: Palette,
): vscode.DecorationOptions {
  const tones = new Set(ended.map(shownTone));
  const [tone] = tones;
  // Of several labels: the grey whose contrast is known in every theme.
  const color = colour(palette, tones.size === 1 ? tone : 'neutral');
  const dimmed = ended.some(({ stale }) => stale) ? { textDecoration: DIMMED } : undefined;
  const { end } = document.lineAt(line).range;
  return {
    range: new vscode.Range(end, end),
    renderOptions: { after: { contentText, color, margin: '0 0 0 20px', ...dimmed } },
  };
}

/** A missing highlight is mentioned only for a text that a person asked for: in a list of sentences it would be everywhere. */
function written(range: ExplainedRange, density: Density): string {
  const said = shortPrediction(range.explanation, shownLabel(range));
  return range.sentence || hasHighlights(range.explanation, density) ? said : vscode.l10n.t('{0}, no highlights', said);
}

/** `4 × pos · 1 × neg`. */
function counted(sentences: readonly ExplainedRange[]): string {
  const counts = new Map<Label, number>();
  for (const sentence of sentences) counts.set(shownLabel(sentence), (counts.get(shownLabel(sentence)) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([label, count]) => vscode.l10n.t('{0} × {1}', count, shortLabelName(label)))
    .join(' · ');
}
