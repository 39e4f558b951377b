import type { Tone } from '../../shared/tone';
import * as vscode from 'vscode';
import { predictedTone } from '../../shared/document';
import type { Palette } from '../activate/settings';
import { colour } from '../highlights/palette';
import type { PredictedSentence } from '../ranges/sentences/whole-documents';
import { wholePercent } from '../wording/figures';
import { labelName } from '../wording/names';

/** A sentence of the outline. */
export interface OutlineSentence {
  readonly uri: vscode.Uri;
  /** From 1. */
  readonly line: number;
  readonly sentence: PredictedSentence;
  /** The setting, looked up once for the whole list. */
  readonly palette: Palette;
}

/** Plus, circle and minus tell the sentiment without its colour. */
const ICONS: Readonly<Record<Tone, string>> = {
  positive: 'add',
  neutral: 'circle-large-outline',
  negative: 'remove',
};

/** What Markdown puts before a heading, a quotation or an entry of a list. */
const MARKUP = /^(?:#{1,6}|>|[-*+]) +(?=\S)/;

export function outlineItem({ uri, line, sentence, palette }: OutlineSentence): vscode.TreeItem {
  const { text, start, end, prediction } = sentence;
  const side = predictedTone(prediction);
  const written = text.replace(/\s+/g, ' ').trim().replace(MARKUP, '');
  const probability = wholePercent(prediction.probabilities[prediction.label]);
  const item = new vscode.TreeItem(`${probability}\u2002${written}`);
  item.id = `${uri.toString()}#${start}-${end}`;
  item.description = vscode.l10n.t({
    message: 'line {0}',
    args: [line],
    comment: ['Where a sentence stands'],
  });
  item.iconPath = new vscode.ThemeIcon(ICONS[side], colour(palette, side));
  item.tooltip = vscode.l10n.t('{0} {1}: {2}', labelName(prediction.label), probability, written);
  item.accessibilityInformation = { label: item.tooltip };
  item.command = {
    title: vscode.l10n.t('Go to Sentence'),
    command: 'saliency.goToSentence',
    arguments: [uri.toString(), start, end],
  };
  return item;
}
