import type { Tone } from '../../shared/tone';
import * as vscode from 'vscode';
import { OUTLINE_TONES } from '../outline/outline-view';
import { sentenceAt } from '../outline/read-document';
import { sentences } from '../../shared/sentences';
import { proseSentences } from '../ranges/sentences/in-view';
import { whole, wholePercent } from '../wording/figures';
import { capitalised } from '../../shared/strings/capitalised';
import { labelName } from '../wording/names';
import type { DocumentViews } from '../activate/document-views';
import type { Services } from '../activate/services';

/** Where the outline is had from. */
interface Sentences {
  readonly documentViews: () => Promise<DocumentViews>;
}

const SAID_MS = 4_000;

/** Puts the cursor on the next sentence of the document, and says which one that is and what is predicted for it. */
export function jumpToSentence({ whole: documents }: Pick<Services, 'whole'>, step: 1 | -1): void {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const read = documents.reading(document.uri)?.sentences ?? [];
  const stops: readonly { readonly start: number; readonly end: number }[] =
    read.length > 0 ? read : (proseSentences(document) ?? sentences(document.getText()));
  const offset = document.offsetAt(editor.selection.active);
  const here = sentenceAt(stops, offset);
  // Backwards from within a sentence: to its own beginning first.
  const back = here >= 0 && stops[here].start < offset ? here : here - 1;
  const next = step > 0 ? here + 1 : back;
  const stop = stops.at(next < 0 ? stops.length : next);
  if (!stop) {
    const said =
      step > 0
        ? vscode.l10n.t('Last of {0} sentences', whole(stops.length))
        : vscode.l10n.t('First of {0} sentences', whole(stops.length));
    return void vscode.window.setStatusBarMessage(said, SAID_MS);
  }
  put(editor, stop.start);
  const prediction = read.at(next)?.prediction;
  const place = vscode.l10n.t('Sentence {0} of {1}', whole(next + 1), whole(stops.length));
  const said = prediction
    ? vscode.l10n.t(
        '{0}: {1} {2}',
        place,
        labelName(prediction.label),
        wholePercent(prediction.probabilities[prediction.label]),
      )
    : place;
  vscode.window.setStatusBarMessage(said, SAID_MS);
}

/** Behind an entry of the outline. */
export async function goToSentence(uri: string, start: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  put(await vscode.window.showTextDocument(document, { viewColumn: visible?.viewColumn }), start);
}

/** Shows the sentences of one label in the outline: of the one that is asked for, else of the one that is chosen. */
export async function filterOutline({ documentViews }: Sentences, asked: unknown): Promise<void> {
  const { outline } = await documentViews();
  const side = OUTLINE_TONES.find((each) => each === asked);
  if (side || asked === 'all') return outline.show(side);
  const { counts } = outline;
  const all = counts.positive + counts.neutral + counts.negative;
  const items: (vscode.QuickPickItem & { readonly side?: Tone })[] = [
    { label: vscode.l10n.t('All'), description: whole(all) },
    ...OUTLINE_TONES.map((each) => ({
      label: capitalised(labelName(each)),
      description: whole(counts[each]),
      side: each,
    })),
  ];
  const title = vscode.l10n.t('Which sentences should be listed?');
  const chosen = await vscode.window.showQuickPick(items, { title });
  if (chosen) outline.show(chosen.side);
}

function put(editor: vscode.TextEditor, offset: number): void {
  const at = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
