import type { PhraseFigure, PhraseGroup, PhraseMember } from '../../shared/findings/figures';
import { PHRASE_BITS } from '../../shared/findings/piece';
import { storeRowsOf, type Data, type Reference, type RowIndices, type StoreRows } from '../data';
import type { RowStore } from '../store/row-store';
import { stemOf } from './heads';
import { ratioOf, shareOf } from './statistics';

const MOST = 12;
const MEMBERS = 6;
const EXAMPLES = 10;
const LEAST_ROWS = 2;
/** Longer ones are clauses: they occur once. */
const LONGEST = 40;

type Tone = 'negative' | 'positive';

interface Found {
  readonly rows: Map<string, number>;
  readonly members: Map<string, Map<number, number>>;
  readonly examples: Map<string, number[]>;
}

/**
 * The phrases that decided most often, of each side, grouped by their head word. A phrase has decided where it is
 * highlighted for the prediction with half the strength of the strongest one or more; a row counts once for a group.
 */
export function phrases({ store }: Pick<Data, 'store'>, rows: RowIndices, rest?: Reference, most = MOST): PhraseFigure {
  const own = count({ store, rows });
  const side = rest && storeRowsOf(store, rest);
  const other = side && count(side);
  const figure = (tone: Tone): PhraseGroup[] =>
    [...own[tone].rows]
      .filter(([, its]) => its >= LEAST_ROWS)
      .map(([head, its]) =>
        group(store, head, its, own[tone], tone, rows.length, other?.[tone], side?.rows.length ?? 0),
      )
      .sort((a, b) => weight(b) - weight(a) || b.rows - a.rows)
      .slice(0, most);
  return { negative: figure('negative'), positive: figure('positive') };
}

/** Frequent ones first; what is more frequent than in the rest before what is not. */
const weight = ({ rows, times }: PhraseGroup): number =>
  rows * (times ? Math.min(4, Math.max(0.25, Math.log2(times.low + 1))) : 1);

function group(
  store: RowStore,
  head: string,
  rows: number,
  found: Found,
  tone: Tone,
  all: number,
  other: Found | undefined,
  rest: number,
): PhraseGroup {
  const members = [...found.members.get(head)!]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([code, its]) => ({ key: store.phraseKeys[code], text: store.phraseKeys[code], rows: its }));
  return {
    head,
    text: shownOf(members).text,
    rows,
    members: members.slice(0, MEMBERS),
    ...(other && rest > 0 && against(rows, all, other.rows.get(head) ?? 0, rest)),
    examples: found.examples.get(head) ?? [],
    filter: { kind: 'phrase', keys: members.map(({ key }) => key), tone },
  };
}

function against(rows: number, all: number, restRows: number, rest: number): Pick<PhraseGroup, 'times' | 'restRows'> {
  return { times: ratioOf(shareOf(rows, all), shareOf(restRows, rest)), restRows };
}

/**
 * The phrase that stands for a group: the most frequent one, or one of two words that is nearly as frequent, because it
 * says more.
 */
function shownOf(members: readonly PhraseMember[]): PhraseMember {
  const several = members.find(({ text }) => text.includes(' '));
  return several && several.rows >= 0.4 * members[0].rows ? several : members[0];
}

/** The head of each key, as groups name it. */
function headsOf(store: RowStore): string[] {
  return store.phraseHeads.map((head, code) => (store.phraseKeys[code].length > LONGEST ? '' : stemOf(head)));
}

function count({ store, rows }: StoreRows): Record<Tone, Found> {
  const heads = headsOf(store);
  const make = (): Found => ({ rows: new Map(), members: new Map(), examples: new Map() });
  const found = { negative: make(), positive: make() };
  const seen = { negative: new Set<string>(), positive: new Set<string>() };
  for (const row of rows) {
    seen.negative.clear();
    seen.positive.clear();
    store.eachPhrase(row, (code, mark) => {
      if (!(mark & PHRASE_BITS.decided)) return;
      const side = mark & PHRASE_BITS.positive ? 'positive' : mark & PHRASE_BITS.negative ? 'negative' : undefined;
      if (side === undefined || heads[code] === '') return;
      put(found[side], heads[code], code, row, seen[side]);
    });
  }
  return found;
}

function put(found: Found, head: string, code: number, row: number, seen: Set<string>): void {
  let members = found.members.get(head);
  if (!members) found.members.set(head, (members = new Map()));
  members.set(code, (members.get(code) ?? 0) + 1);
  if (seen.has(head)) return;
  seen.add(head);
  found.rows.set(head, (found.rows.get(head) ?? 0) + 1);
  const examples = found.examples.get(head);
  if (!examples) found.examples.set(head, [row]);
  else if (examples.length < EXAMPLES) examples.push(row);
}
