/** A stretch of a text, in UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A row of labelled data with all of its columns. */
export interface MarkedRow {
  readonly text: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

type Span = readonly number[];

/**
 * What people marked as the reason of a text's label, in any of the forms that public data have:
 * - `rationale`: `[start, end)` of `tokens` (ERASER);
 * - `spans` of `tokens` with a degree 0–4 (Stanford Sentiment Treebank): the single tokens on the side of the label;
 * - `spans`: `[start, end)` in UTF-16 units (Chinese opinion words);
 * - `words`: opinion words, wherever they stand in the text.
 *
 * Undefined where the row has none of these columns, or nothing was marked.
 */
export function rationaleRanges({ text, fields }: MarkedRow): TextRange[] | undefined {
  const found = byTokens(text, fields) ?? byUnits(text, fields) ?? byWords(text, fields);
  return found === undefined || found.length === 0 ? undefined : merged(found);
}

function byTokens(text: string, { tokens, rationale, spans, label }: MarkedRow['fields']): TextRange[] | undefined {
  if (!isListOf(tokens, (token) => typeof token === 'string')) return undefined;
  const marked = isSpans(rationale) ? rationale : isSpans(spans, 3) ? onTheSideOf(label, spans) : undefined;
  if (!marked) return undefined;
  const places = placesOf(text, tokens);
  if (!places) return undefined;
  return marked
    .filter(([start, end]) => start < end && places[start] !== undefined && places[end - 1] !== undefined)
    .map(([start, end]) => ({ start: places[start].start, end: places[end - 1].end }));
}

function byUnits(text: string, { spans, tokens }: MarkedRow['fields']): TextRange[] | undefined {
  if (tokens !== undefined || !isSpans(spans, 2)) return undefined;
  return spans.map(([start, end]) => ({ start, end })).filter(({ start, end }) => start < end && end <= text.length);
}

function byWords(text: string, { words }: MarkedRow['fields']): TextRange[] | undefined {
  if (!isListOf(words, (word) => typeof word === 'string')) return undefined;
  return words.flatMap((word) => {
    const places: TextRange[] = [];
    for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + word.length)) {
      places.push({ start: at, end: at + word.length });
    }
    return places;
  });
}

/** Single tokens whose degree stands on the side of the sentence's label; a neutral sentence has no reason. */
function onTheSideOf(label: unknown, spans: readonly Span[]): Span[] | undefined {
  const side = String(label).endsWith('positive') ? 1 : String(label).endsWith('negative') ? -1 : 0;
  if (side === 0) return undefined;
  return spans.filter(([start, end, degree]) => end === start + 1 && Math.sign(degree - 2) === side);
}

/** Where the tokens stand in the text, one after the other; undefined where one does not. */
function placesOf(text: string, tokens: readonly string[]): TextRange[] | undefined {
  const places: TextRange[] = [];
  let from = 0;
  for (const token of tokens) {
    const start = text.indexOf(token, from);
    if (start < 0) return undefined;
    from = start + token.length;
    places.push({ start, end: from });
  }
  return places;
}

function merged(ranges: readonly TextRange[]): TextRange[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[];
function isListOf(value: unknown, is: (item: unknown) => boolean): value is readonly string[];
function isListOf(value: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function isSpans(value: unknown, length = 2): value is readonly Span[] {
  const isSpan = (span: unknown) =>
    Array.isArray(span) && span.length === length && span.every((at) => Number.isInteger(at) && at >= 0);
  return Array.isArray(value) && value.every(isSpan);
}
