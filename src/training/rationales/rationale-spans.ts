import type { Row } from '../rows/row';

/** A stretch of a text that people marked as a reason, in UTF-16 units. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  /** How strongly, above 0 to 1. */
  readonly weight: number;
}

type Fields = Row['fields'];
type Pair = readonly [number, number];

/**
 * What people marked in a row, in whichever of the published forms it has it: `rationale` (ERASER: stretches of
 * `tokens`), `spans` of three numbers (Stanford Sentiment Treebank: stretches of `tokens` with a degree from 0 to 4, of
 * which single tokens that are not neutral count), `spans` of two (stretches of characters), `words` (in the text).
 * Undefined where the row has none of them; empty where people marked nothing.
 */
export function rationaleSpans({ text, fields }: Row): readonly MarkedSpan[] | undefined {
  const tokens = strings(fields.tokens);
  const rationale = numbers(fields.rationale);
  if (tokens && rationale)
    return ofTokens(
      text,
      tokens,
      rationale.map(([from, to]) => [from, to, 1]),
    );
  const spans = numbers(fields.spans);
  if (tokens && spans?.every(({ length }) => length === 3)) {
    const judged = spans.filter(([from, to, degree]) => to === from + 1 && degree !== NEUTRAL);
    return ofTokens(
      text,
      tokens,
      judged.map(([from, to, degree]) => [from, to, Math.abs(degree - NEUTRAL) / NEUTRAL]),
    );
  }
  if (spans) return spans.map(([start, end]) => ({ start, end, weight: 1 }));
  const words = strings(fields.words);
  return words && placesOf(text, words).map(([start, end]) => ({ start, end, weight: 1 }));
}

/** Degrees run from 0, very negative, to 4, very positive. */
const NEUTRAL = 2;

function strings(value: Fields[string]): readonly string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

function numbers(value: Fields[string]): readonly (readonly number[])[] | undefined {
  const isList = (one: unknown): one is number[] => Array.isArray(one) && one.every(Number.isInteger);
  return Array.isArray(value) && value.every(isList) ? value : undefined;
}

/** Where tokens stand in the text that was cut into them; one that is not found (it was rewritten) stands nowhere. */
function ofTokens(text: string, tokens: readonly string[], stretches: readonly (readonly number[])[]): MarkedSpan[] {
  const places: (Pair | undefined)[] = [];
  let from = 0;
  for (const token of tokens) {
    const at = text.indexOf(token, from);
    places.push(at < 0 ? undefined : [at, at + token.length]);
    if (at >= 0) from = at + token.length;
  }
  return stretches.flatMap(([first, behind, weight]) => {
    const inside = places.slice(first, behind).filter((place) => place !== undefined);
    return inside.length === 0 ? [] : [{ start: inside[0][0], end: inside[inside.length - 1][1], weight }];
  });
}

/** Every place where one of the words stands. */
function placesOf(text: string, words: readonly string[]): Pair[] {
  return words.flatMap((word) => {
    const places: Pair[] = [];
    for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + word.length)) {
      places.push([at, at + word.length]);
    }
    return places;
  });
}
