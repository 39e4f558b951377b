import { cutTo } from '../../text/cut';
import type { Truncation, Standardisation } from '../../shared/text-options';
import { markedSpans } from '../../text/marked-spans';
import { markedWords } from '../../text/marked-words';
import { tokenOf } from '../../text/normalisation';
import type { Vocabulary } from '../../text/vocabulary';
import type { Segmenter } from '../../text/word';
import type { Row } from './row';
import type { Sample } from '../fit/sample';

/** Texts → tokens, without the words that the standardisation leaves out; each word's token is worked out once. */
export function tokenizer(segment: Segmenter, standardisation: Standardisation): (text: string) => string[] {
  const tokens = new Map<string, string>();
  return (text) =>
    segment(text).flatMap(({ text: word }) => {
      let token = tokens.get(word);
      if (token === undefined) tokens.set(word, (token = tokenOf(word, standardisation)));
      return token === '' ? [] : [token];
    });
}

/** A labelled text → how strongly people marked each of its tokens as the reason, 0 to 1; undefined where they marked none. */
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

/** By id; empty where an id is no token. */
export const tokensById = (vocabulary: Vocabulary): string[] =>
  Array.from({ length: vocabulary.size }, (_, id) => vocabulary.tokenOf(id) ?? '');

export function countTokens(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tokens of texts) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/**
 * Ids of one text. Words that the network skips are left out where it changes nothing: an architecture that masks
 * unknown words keeps its state over them, so what comes out is the same, only sooner.
 */
export function encodeTokens(tokens: readonly string[], vocabulary: Vocabulary): Int32Array {
  const ids = vocabulary.encode(tokens);
  return vocabulary.masksUnknown ? ids.filter((id) => id !== 0) : ids;
}

/** A row with its tokens. */
export interface TokenizedRow {
  readonly label: string;
  readonly tokens: readonly string[];
  /** Which of several sources it is from. */
  readonly source?: number;
  /** What to learn instead of the label alone: a distribution over the labels. */
  readonly target?: readonly number[];
  /** Rows with the same value differ in little but their label. */
  readonly pair?: string;
  /** How strongly people marked each token as the reason, 0 to 1. */
  readonly rationale?: Float32Array;
}

export function tokenizeRows(rows: readonly Row[], tokenize: (text: string) => string[]): TokenizedRow[] {
  return rows.map(({ text, label, fields }) => {
    const pair = fields.pair ?? fields.contrast;
    return { label, tokens: tokenize(text), ...(pair !== undefined && { pair: String(pair) }) };
  });
}

/** `length` 0: whole texts, as most models read them when they are used. */
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
      // Of a text of which words were left out, nobody knows which marks are left.
      ...(rationale?.length === ids.length && { rationale }),
    };
  });
}
