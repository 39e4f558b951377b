import * as vscode from 'vscode';
import type { MarkSettings } from '../activate/settings';
import type { ExplainedRange } from '../ranges/current-explanation';
import type { DecorationTypes } from './decoration-types';
import type { Tone } from './highlights';
import { endingOnLines, linePrediction, shownTone } from './line-predictions';

type Painted = [vscode.TextEditorDecorationType, vscode.DecorationOptions[]];

/** In a line of so many characters that is not wrapped, what stands behind its end is likely out of sight. */
const IN_SIGHT = 100;

/** What stands in the text or beside it, as the setting has it. */
export function predictionsOf(
  document: vscode.TextDocument,
  ranges: readonly ExplainedRange[],
  types: DecorationTypes,
  { placement, palette }: Pick<MarkSettings, 'placement' | 'palette'>,
): Painted[] {
  if (placement !== 'afterText' && placement !== 'gutter') return [];
  const behind: vscode.DecorationOptions[] = [];
  const signs = new Map<Tone, vscode.DecorationOptions[]>();
  for (const [line, ended] of endingOnLines(document, ranges)) {
    if (placement === 'afterText' && endsInSight(document, line)) {
      behind.push(linePrediction(document, line, ended, palette));
      continue;
    }
    for (const range of ended) {
      const tone = shownTone(range);
      const at = document.positionAt(range.start);
      signs.set(tone, [...(signs.get(tone) ?? []), { range: new vscode.Range(at, at) }]);
    }
  }
  return [[types.predictions, behind], ...[...signs].map(([tone, there]): Painted => [types.sign(tone), there])];
}

function endsInSight(document: vscode.TextDocument, line: number): boolean {
  const wrapped: unknown = vscode.workspace.getConfiguration('editor', document).get('wordWrap') ?? 'off';
  return wrapped !== 'off' || document.lineAt(line).text.length <= IN_SIGHT;
}
