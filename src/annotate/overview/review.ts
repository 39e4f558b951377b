import type { Reason, ReviewMark, ReviewRow } from '../../shared/overview';
import { emphasise, pushesTo, toneOf, type Emphasis } from '../../shared/emphasis';
import type { Explanation, Prediction } from '../../shared/explanation';
import type { SavedRow } from './saved-rows';

export type AnsweredRow = Exclude<SavedRow, { readonly error: string }>;

export const isAnswered = (row: SavedRow): row is AnsweredRow => !('error' in row);
export const isExplained = (row: AnsweredRow): row is AnsweredRow & Explanation => 'words' in row;

const NEAR = 0.05;
const UNSURE = 0.2;
/** One word decides alone if it has this share of all that speaks for the prediction … */
const ALONE = 0.75;
/** … in a text of at least so many words. */
const SOME_WORDS = 4;
/** Characters of a text that a list shows. */
const SHOWN = 480;

/** The two most probable labels and how far apart they are. */
export function topTwo({ probabilities, label }: Pick<Prediction, 'probabilities' | 'label'>) {
  const probability = probabilities[label];
  const others = Object.entries(probabilities).filter(([name]) => name !== label);
  const second = others.reduce<[string, number] | undefined>((a, b) => (a && a[1] >= b[1] ? a : b), undefined);
  return {
    probability,
    ...(second && { second: { label: second[0], probability: second[1] } }),
    gap: second ? probability - second[1] : 1,
  };
}

/** How worth a look a row is for each reason that has nothing to do with the file's own label; higher: sooner. */
export function worthOf(row: AnsweredRow): Partial<Record<Reason, number>> {
  const { gap } = topTwo(row);
  const worth: Partial<Record<Reason, number>> = {};
  if (gap < NEAR) worth.tie = -gap;
  else if (gap < UNSURE) worth.unsure = -gap;
  if (!isExplained(row)) return worth;
  const { faithfulness, words, signed } = row;
  if (faithfulness) {
    const more = faithfulness.comprehensiveness - faithfulness.random.comprehensiveness;
    if (more <= 0) worth.unfaithful = -more;
  }
  const scores = words.map(({ score }) => Math.max(0, score));
  const whole = scores.reduce((sum, score) => sum + score, 0);
  const alone = whole > 0 ? Math.max(...scores) / whole : 0;
  if (signed && words.length >= SOME_WORDS && alone >= ALONE) worth['one-word'] = alone;
  return worth;
}

export function reviewRow(row: AnsweredRow, reasons: readonly Reason[], emphasis = emphasisOf(row)): ReviewRow {
  const { probability, second } = topTwo(row);
  const from = isExplained(row) ? startOf(row, emphasis) : 0;
  const text = wholeCharacters(row.text.slice(from, from + SHOWN));
  const [before, after] = [from > 0, from + text.length < row.text.length];
  const { file, line, id, given } = row;
  return {
    row: row.row,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(id !== undefined && { id }),
    language: row.language,
    model: row.model,
    ...(isExplained(row) && { method: row.method }),
    text,
    ...((before || after) && { cut: { before, after } }),
    marks: isExplained(row) ? marksOf(row, emphasis, from, from + text.length) : [],
    label: row.label,
    tone: toneOf(row, row.label),
    probability,
    ...(second && { second }),
    ...(given !== undefined && { given }),
    reasons,
  };
}

export const emphasisOf = (row: AnsweredRow): readonly Emphasis[] => (isExplained(row) ? emphasise(row) : []);

/** Of a long text, what is shown begins with the word that some characters before the strongest one begins. */
function startOf({ text, words }: Explanation, emphasis: readonly Emphasis[]): number {
  if (text.length <= SHOWN) return 0;
  const strongest = words[emphasis.findIndex(({ rank, step }) => rank === 1 && step > 0)];
  const wanted = Math.min((strongest?.start ?? 0) - SHOWN / 3, text.length - SHOWN);
  return words.find(({ start }) => start >= wanted)?.start ?? 0;
}

/** Without half a character at the end. */
const wholeCharacters = (text: string): string => (/[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text);

function marksOf(row: Explanation, emphasis: readonly Emphasis[], from: number, to: number): ReviewMark[] {
  return row.words.flatMap(({ start, end }, i) => {
    const { step, direction } = emphasis[i];
    if (step === 0 || start < from || end > to) return [];
    const label = pushesTo(row, direction);
    const tone = label === undefined ? 'neutral' : toneOf(row, label);
    return [{ start: start - from, end: end - from, step, against: direction === 'against', tone }];
  });
}
