import * as vscode from 'vscode';
import type { DocumentSummary } from '../../shared/document';
import { LABEL_WORDING } from '../../shared/strings/labels';
import { documentPrediction } from './document-prediction';
import { capitalised } from '../../shared/strings/capitalised';
import { labelName } from './names';

/** The largest number of turns that are listed one by one. */
const TOLD = 2;
/** A sentence whose tone goes this far to the other side is one of that side. */
const CLEAR = 0.15;
/** Characters of a sentence that is quoted. */
const QUOTED = 36;

/** `Negative 64 %: starts positive, turns negative at “Then the lid began to stick” (line 5).` */
export function documentText(
  summary: DocumentSummary,
  sentences: readonly { readonly text: string; readonly line: number }[],
): string {
  const prediction = capitalised(documentPrediction(summary));
  const course = toneCourse(summary, sentences);
  return course === undefined
    ? prediction
    : vscode.l10n.t({ message: '{0}: {1}', args: [prediction, course], comment: ['A name and its value'] });
}

/** How the tone goes from sentence to sentence, in words. */
export function toneCourse(
  { label, rival, counts, phases, tones }: DocumentSummary,
  sentences: readonly { readonly text: string; readonly line: number }[],
): string | undefined {
  const [first, ...turns] = phases;
  const named = (side: string): string => (side in LABEL_WORDING ? labelName(side) : side);
  if (turns.length === 0) {
    if (sentences.length <= 1) return undefined;
    // Neither side is the one that it mostly has.
    if (rival?.kind === 'mixed')
      return vscode.l10n.t('by sentence {0} {1}, {2} {3}', counts[label], labelName(label), counts[rival.label], labelName(rival.label)); // prettier-ignore
    if (!first) return vscode.l10n.t('no clear tone throughout');
    // The average keeps to one side; single sentences need not.
    const others = tones.some((tone) => (first.side === 'positive' ? -tone : tone) >= CLEAR);
    return others ? vscode.l10n.t('mostly {0}', named(first.side)) : vscode.l10n.t('{0} throughout', named(first.side));
  }
  const starts = vscode.l10n.t('starts {0}', named(first.side));
  if (turns.length > TOLD)
    return parted([
      starts,
      vscode.l10n.t('changes sides {0} times', turns.length),
      vscode.l10n.t('ends {0}', named(turns.at(-1)!.side)),
    ]);
  return parted([
    starts,
    ...turns.map(({ side, from }) => {
      const { text, line } = sentences[from];
      return vscode.l10n.t('turns {0} at “{1}” (line {2})', named(side), quoted(text), line);
    }),
  ]);
}

/** Parts of one sentence, as the display language parts them. */
function parted(parts: readonly string[]): string {
  return parts.join(vscode.l10n.t({ message: ', ', comment: ['Between the parts of a sentence'] }));
}

/** On one line, without its full stop, cut at a word. */
function quoted(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= QUOTED) return plain.replace(/[.。!！?？]+$/u, '');
  const cut = plain.slice(0, QUOTED);
  const space = cut.lastIndexOf(' ');
  return `${(space > QUOTED / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
