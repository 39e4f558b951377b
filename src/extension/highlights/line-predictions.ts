import * as vscode from 'vscode';
import { toneOf } from '../../shared/emphasis';
import type { ExplainedRange } from '../ranges/current-explanation';
import { accent } from './decoration-types';
import { labelName } from '../wording/names';
import { verdict } from '../wording/prediction';

/** More verdicts than these behind one line are counted instead of written out. */
const WRITTEN_OUT = 2;

/** What stands behind a range that was explained by hand. */
export function verdictBehind(document: vscode.TextDocument, range: ExplainedRange): vscode.DecorationOptions {
  const { explanation, stale } = range;
  const said = verdict(explanation);
  const text = stale ? vscode.l10n.t('{0} · text changed', said) : said;
  return behind(document.positionAt(range.end), text, accent(toneOf(explanation, explanation.label)));
}

/** What stands at the ends of lines: the verdicts of the sentences that end there. While one types, nothing else moves. */
export function lineVerdicts(
  document: vscode.TextDocument,
  sentences: readonly ExplainedRange[],
): vscode.DecorationOptions[] {
  const byLine = new Map<number, ExplainedRange[]>();
  for (const sentence of sentences) {
    const { line } = document.positionAt(sentence.end);
    byLine.set(line, [...(byLine.get(line) ?? []), sentence]);
  }
  return [...byLine].map(([line, ended]) => {
    const tones = new Set(ended.map(({ explanation }) => toneOf(explanation, explanation.label)));
    const [tone] = tones;
    const colour = tones.size === 1 ? accent(tone) : new vscode.ThemeColor('descriptionForeground');
    const text =
      ended.length > WRITTEN_OUT ? counted(ended) : ended.map(({ explanation }) => verdict(explanation)).join(' · ');
    return behind(document.lineAt(line).range.end, text, colour);
  });
}

/** `4 positive, 1 negative`. */
function counted(sentences: readonly ExplainedRange[]): string {
  const counts = new Map<string, number>();
  for (const { explanation } of sentences) counts.set(explanation.label, (counts.get(explanation.label) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([label, count]) => vscode.l10n.t('{0} × {1}', count, labelName(label)))
    .join(' · ');
}

function behind(at: vscode.Position, contentText: string, color: vscode.ThemeColor): vscode.DecorationOptions {
  return {
    range: new vscode.Range(at, at),
    renderOptions: { after: { contentText, color, margin: '0 0 0 28px' } },
  };
}
