/** A span of a text that people underlined as a reason (a human rationale), in UTF-16 units. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  /** How strongly: above 0, at most 1. */
  readonly weight: number;
  /** What the span supports, where people said so: good (1) or bad (−1). */
  readonly polarity?: 1 | -1;
}

/** A labelled text, with all columns of its row. */
export interface MarkedRow {
  readonly text: string;
  readonly label?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

type Stretch = Omit<MarkedSpan, 'start' | 'end'> & { readonly from: number; readonly behind: number };

/**
 * The spans that people underlined in a row, in any of the published forms:
 * - `rationale`: `[start, end)` of `tokens` (ERASER);
 * - `spans` of `tokens` with a degree from 0 to 4 (Stanford Sentiment Treebank): single tokens that are not neutral;
 * - `spans` or `marks`: `[start, end)` in UTF-16 units (Chinese opinion words; everyday sentences);
 * - `words`: opinion words, wherever they stand in the text.
 *
 * Empty if the row has none of these columns, or nothing was underlined.
 */
export function markedSpans({ text, fields }: Pick<MarkedRow, 'text' | 'fields'>): readonly MarkedSpan[] {
  const { tokens, rationale, words } = fields;
  const spans = fields.spans ?? fields.marks;
  if (isStrings(tokens)) {
    if (isSpans(rationale, 2)) {
      return ofTokens(
        text,
        tokens,
        rationale.map(([from, behind]) => ({ from, behind, weight: 1 })),
      );
    }
    return isSpans(spans, 3) ? ofTokens(text, tokens, spans.flatMap(judged)) : [];
  }
  if (isSpans(spans, 2)) {
    return spans
      .filter(([start, end]) => start < end && end <= text.length)
      .map(([start, end]) => ({ start, end, weight: 1 }));
  }
  return isStrings(words) ? words.flatMap((word) => placesOf(text, word)) : [];
}

/** The spans that support a label. A span without a direction supports any label; a span with one supports no neutral label. */
export function spansFor(label: string | undefined, spans: readonly MarkedSpan[]): readonly MarkedSpan[] {
  const polarity = label?.endsWith('positive') ? 1 : label?.endsWith('negative') ? -1 : 0;
  return spans.filter((span) => span.polarity === undefined || span.polarity === polarity);
}

/** Degrees are 0 (very negative) to 4 (very positive). */
const NEUTRAL = 2;

/** Single tokens only: the degree of a phrase says little about each of its words. */
function judged([from, behind, degree]: readonly number[]): Stretch[] {
  if (behind !== from + 1 || degree === NEUTRAL) return [];
  const weight = Math.abs(degree - NEUTRAL) / NEUTRAL;
  return [{ from, behind, weight, polarity: degree > NEUTRAL ? 1 : -1 }];
}

/** The places of tokens in the text that was cut into them. A token that is not found (it was rewritten) has no place. */
function ofTokens(text: string, tokens: readonly string[], stretches: readonly Stretch[]): MarkedSpan[] {
  const places: (readonly [number, number] | undefined)[] = [];
  let reached = 0;
  for (const token of tokens) {
    const at = text.indexOf(token, reached);
    places.push(at < 0 ? undefined : [at, at + token.length]);
    if (at >= 0) reached = at + token.length;
  }
  return stretches.flatMap(({ from, behind, ...how }) => {
    const inside = places.slice(from, behind).filter((place) => place !== undefined);
    return inside.length === 0 ? [] : [{ start: inside[0][0], end: inside[inside.length - 1][1], ...how }];
  });
}

function placesOf(text: string, word: string): MarkedSpan[] {
  const places: MarkedSpan[] = [];
  for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + word.length)) {
    places.push({ start: at, end: at + word.length, weight: 1 });
  }
  return places;
}

const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function isSpans(value: unknown, length: number): value is readonly (readonly number[])[] {
  const isSpan = (span: unknown) =>
    Array.isArray(span) && span.length === length && span.every((at) => Number.isInteger(at) && at >= 0);
  return Array.isArray(value) && value.every(isSpan);
}
