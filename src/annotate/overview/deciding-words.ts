import type { Context, DecidingWord, LabelWords, Side } from '../../shared/overview';
import type { Emphasis } from '../../shared/emphasis';
import type { Explanation } from '../../shared/explanation';

/** Words that are told of each side of a label. */
const TOLD = 8;
const CONTEXTS = 3;
/** Characters on either side. */
const AROUND = 32;
/** Words that are counted at a time; rare ones give way. */
const MOST = 200_000;

type Counts = Map<string, { rows: number; contexts: Context[] }>;

/** The index of the word that decided on one side; undefined where none stands out there. */
export function decidingWord(emphasis: readonly Emphasis[], side: Side): number | undefined {
  let best: number | undefined;
  emphasis.forEach(({ step, direction, rank }, word) => {
    const its = direction === 'none' ? 'for' : direction;
    if (step > 0 && its === side && (best === undefined || rank < emphasis[best].rank)) best = word;
  });
  // What decided for a prediction ranked first of all; against it, first among what spoke against it.
  return side === 'for' && best !== undefined && emphasis[best].rank !== 1 ? undefined : best;
}

/** How a word is counted: English in lower case. */
export const countedAs = (word: string): string => word.toLowerCase();

/** Counts which words decided. */
export class DecidingWords {
  private readonly labels = new Map<string, { rows: number; for: Counts; against: Counts }>();

  add(row: number, explanation: Explanation, emphasis: readonly Emphasis[]): void {
    const { label } = explanation;
    const found = this.labels.get(label) ?? { rows: 0, for: new Map(), against: new Map() };
    this.labels.set(label, found);
    found.rows++;
    for (const side of ['for', 'against'] as const) {
      const word = decidingWord(emphasis, side);
      if (word !== undefined) count(found[side], row, explanation, word);
    }
  }

  of(label: string): LabelWords {
    const found = this.labels.get(label);
    return { label, rows: found?.rows ?? 0, for: most(found?.for), against: most(found?.against) };
  }
}

function count(counts: Counts, row: number, { words, text }: Explanation, index: number): void {
  const word = words[index];
  const key = countedAs(word.text);
  const found = counts.get(key) ?? { rows: 0, contexts: [] };
  if (found.rows === 0) counts.set(key, found);
  found.rows++;
  if (found.contexts.length < CONTEXTS) {
    const before = text.slice(Math.max(0, word.start - AROUND), word.start);
    found.contexts.push({ row, before, word: word.text, after: text.slice(word.end, word.end + AROUND) });
  }
  if (counts.size > MOST) for (const [rare, { rows }] of counts) if (rows === 1) counts.delete(rare);
}

function most(counts: Counts = new Map()): DecidingWord[] {
  return [...counts]
    .map(([word, found]) => ({ word, ...found }))
    .sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1))
    .slice(0, TOLD);
}
