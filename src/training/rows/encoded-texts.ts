import { cutTo } from '../../text/cut';
import type { Truncation, Standardisation } from '../../shared/text-options';
import { markedSpans } from '../../text/marked-spans';
import { markedWords } from '../../text/marked-words';
import { tokenOf } from '../../text/normalisation';
import type { Vocabulary } from '../../text/vocabulary';
import type { Segmenter } from '../../text/word';
import type { Row } from './row';
import type { Sample } from '../fit/sample';

/** Texts to tokens, without the words that the standardisation leaves out; the token of each word is computed once. */
export function tokenizer(segment: Segmenter, standardisation: Standardisation): (text: string) => string[] {
  const tokens = new Map<string, string>();
  return (text) =>
    segment(text).flatMap(({ text: word }) => {
      let token = tokens.get(word);
      if (token === undefined) tokens.set(word, (token = tokenOf(word, standardisation)));
      return token === '' ? [] : [token];
    });
}

/** How strongly people underlined each token of a labelled text, 0 to 1; undefined if nothing was underlined. */
export function rationaleReader(
  segment: Segmenter,
  standardisation: Standardisation,
): (row: Row) => Float32Array | undefined {
  return (row) => {
    const spans = markedSpans(row);
    if (spans.length === 0) return undefined;
    const words = segment(row.text).filter(({ text }) => tokenOf(text, standardisation) !== '');
    const marks = Float32Array.from(markedWords(words, spans));
    return marks.some((mark) => mark > 0) ? marks : undefined;
  };
}

/** The token of each id; empty for ids that are not tokens. */
export const tokensById = (vocabulary: Vocabulary): string[] =>
  Array.from({ length: vocabulary.size }, (_, id) => vocabulary.tokenOf(id) ?? '');

export function countTokens(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tokens of texts) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/**
 * The ids of one text. Words that the network skips are left out, because an architecture that masks unknown words keeps its
 * state over them: the result is the same, only faster.
 */
export function encodeTokens(tokens: readonly string[], vocabulary: Vocabulary): Int32Array {
  const ids = vocabulary.encode(tokens);
  return vocabulary.masksUnknown ? ids.filter((id) => id !== 0) : ids;
}

/** A row and its tokens. */
export interface TokenizedRow {
  readonly label: string;
  readonly tokens: readonly string[];
  /** The index of the row's source, where there are several. */
  readonly source?: number;
  /** The target instead of the label alone: a distribution over the labels. */
  readonly target?: readonly number[];
  /** Two rows with the same value are a counterfactual pair. */
  readonly pair?: string;
  /** How strongly people underlined each token, 0 to 1. */
  readonly rationale?: Float32Array;
}

/** What a row shares with its twins: rows that differ in little but their label. */
export function textPairOf({ fields }: Row): string | undefined {
  const pair = fields.pair ?? fields.contrast;
  return pair === undefined ? undefined : String(pair);
}

export function tokenizeRows(rows: readonly Row[], tokenize: (text: string) => string[]): TokenizedRow[] {
  return rows.map((row) => {
    const pair = textPairOf(row);
    return { label: row.label, tokens: tokenize(row.text), ...(pair !== undefined && { pair }) };
  });
}

/** Turns rows into samples; `length` 0 takes whole texts, as most models read them in use. */
export function samplesOf(
  rows: readonly TokenizedRow[],
  labels: readonly string[],
  vocabulary: Vocabulary,
  { length, cut }: { readonly length: number; readonly cut: Truncation },
): Sample[] {
  return rows.map(({ label, tokens, source, target, rationale }) => {
    const ids = encodeTokens(cutTo(tokens, length, cut), vocabulary);
    return {
      ids,
      label: labels.indexOf(label),
      ...(source !== undefined && { source }),
      ...(target && { target }),
      // If words were left out, the rationale no longer fits the ids.
      ...(rationale?.length === ids.length && { rationale }),
    };
  });
}
