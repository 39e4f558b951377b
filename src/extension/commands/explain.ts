import * as vscode from 'vscode';
import { SaliencyError } from '../../shared/saliency-error';
import { proseOfDocument } from '../ranges/code/document-prose';
import type { ExplainOverrides, ExplainedRange } from '../ranges/current-explanation';
import type { Services } from '../activate/services';
import type { OutlineSentence } from '../outline/outline-items';
import { withPatience } from '../wording/progress';
import { sentencesToExplain, spansToExplain, trimmed } from '../ranges/spans';
import { editorToExplain } from './editor-to-explain';
import { readDocument } from './read-document';

/** In characters: some 1,500 words of English. */
const LONG = 9_000;

/** Explains what is selected in the active editor, or the paragraphs around the cursors. */
export function explainHere(parts: Services, changes: ExplainOverrides = {}): Promise<readonly ExplainedRange[]> {
  return explainSpans(parts, spansToExplain, changes);
}

/** Explains each sentence of what is selected, or of the paragraphs around the cursors, by itself. */
export function explainSentences(parts: Services): Promise<readonly ExplainedRange[]> {
  return explainSpans(parts, sentencesToExplain, {});
}

/** Explains the one sentence of a document that stands in the list, where the cursor goes first. */
export async function explainListed(
  parts: Services,
  { uri, sentence }: OutlineSentence,
  goTo: (uri: string, start: number) => Promise<void>,
): Promise<readonly ExplainedRange[]> {
  await goTo(uri.toString(), sentence.start);
  return explainSpans(parts, (text) => [trimmed(text, sentence)], {});
}

async function explainSpans(
  parts: Services,
  spansOf: typeof spansToExplain,
  changes: ExplainOverrides,
): Promise<readonly ExplainedRange[]> {
  const { current, texts } = parts;
  return attempt(parts, async (signal) => {
    // With an active editor nothing is awaited before its text is read, so the text is that of the moment of the command.
    const editor = vscode.window.activeTextEditor ?? (await editorToExplain());
    if (!editor) throw nothingToExplain();
    const { document } = editor;
    const selections = editor.selections.map(({ start, end }) => ({
      start: document.offsetAt(start),
      end: document.offsetAt(end),
    }));
    const prose = proseOfDocument(document);
    const spans = spansOf(document.getText(), selections, prose);
    if (spans.length === 0) throw prose ? noProseHere() : nothingToExplain();
    if (spans.some(({ start, end }) => isLong(document.getText().slice(start, end)))) {
      await readDocument(parts, document, document.positionAt(spans[0].start).line, signal);
      return [];
    }
    const outcomes = await Promise.allSettled(spans.map((span) => texts.explain(document, span, changes, signal)));
    const ranges = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const explained = dropVanished(ranges);
    const cursor = document.offsetAt(editor.selection.active);
    const atCursor = explained.find(({ start, end }) => start <= cursor && cursor <= end) ?? explained[0];
    if (atCursor) current.show(atCursor);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
    return explained;
  });
}

/**
 * Whether one explanation would say nothing: models read texts of some hundred words, and of thousands no phrase moves the
 * prediction by itself. Chinese says the same in a third of the characters.
 */
function isLong(text: string): boolean {
  if (text.length < LONG / 3) return false;
  const chinese = text.match(/\p{sc=Han}/gu)?.length ?? 0;
  return text.length + 2 * chinese >= LONG;
}

/** Explains a range again. */
export async function explainAgain(parts: Services, range: ExplainedRange, changes: ExplainOverrides): Promise<void> {
  await attempt(parts, async (signal) => {
    const explained = dropVanished([await parts.texts.explainAgain(range, changes, signal)]);
    explained.forEach((each) => parts.current.show(each));
    return explained;
  });
}

/** Shows progress where it takes long, and errors where there are any. */
export async function attempt(
  parts: Services,
  work: (signal: AbortSignal) => Promise<readonly ExplainedRange[]>,
): Promise<readonly ExplainedRange[]> {
  const { errors, current } = parts;
  const abort = new AbortController();
  const cancel = (): void => abort.abort(new vscode.CancellationError());
  current.report({ working: true });
  try {
    const ranges = await withPatience(vscode.l10n.t('Explaining sentiment'), cancel, work(abort.signal));
    current.report({ working: false });
    return ranges;
  } catch (error) {
    current.report({ working: false, problem: await errors.messageOf(error) });
    // Not awaited: a notification may stay open for long, and the command is done.
    void errors.report(error).then((mended) => (mended ? attempt(parts, work) : []));
    return [];
  }
}

/** Leaves out ranges whose text changed while it was being explained, and says so. */
function dropVanished(ranges: readonly (ExplainedRange | undefined)[]): readonly ExplainedRange[] {
  const explained = ranges.filter((range) => range !== undefined);
  if (explained.length < ranges.length) {
    const message = vscode.l10n.t('The text changed while it was being explained. Run Explain Sentiment again.');
    vscode.window.setStatusBarMessage(message, 5000);
  }
  return explained;
}

function noProseHere(): SaliencyError {
  return new SaliencyError(
    vscode.l10n.t('In code, comments and strings are explained. Put the cursor into one, or select some text.'),
    'no-text',
  );
}

export function nothingToExplain(): SaliencyError {
  return new SaliencyError(
    vscode.l10n.t('There is no text to explain here. Select some text, or put the cursor into a paragraph.'),
    'no-text',
  );
}
