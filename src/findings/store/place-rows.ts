import type { RowStore } from './row-store';

/** How texts are told apart: by themselves, or by a fingerprint. */
export interface TextKey<Key> {
  readonly of: (text: string) => Key;
  /** The part of a key that the length of the text alone decides. */
  readonly length: (key: Key) => number;
  readonly ofLength: (length: number) => number;
}

/**
 * The numbers of the rows that have the texts of named rows by now, as far as there are any: rows may have been added or moved.
 * Among copies of a text, that of the same number is taken, and of the others one after the other, preferred ones first.
 */
export function placeRows<Named extends { readonly row: number }, Key>(
  store: RowStore,
  named: readonly Named[],
  keyOf: (named: Named) => Key,
  key: TextKey<Key>,
  isPreferred?: (number: number) => boolean,
): Map<Named, number> {
  const free = rowsOfTexts(store, new Set(named.map(keyOf)), key);
  const sorted = [...named].sort((a, b) => a.row - b.row);
  const numbers = new Map<Named, number>();
  for (const one of sorted) {
    if (free.get(keyOf(one))?.delete(one.row)) numbers.set(one, one.row);
  }
  if (isPreferred)
    for (const [text, copies] of free) {
      const [first, others] = [[...copies].filter(isPreferred), [...copies].filter((number) => !isPreferred(number))];
      free.set(text, new Set([...first, ...others]));
    }
  for (const one of sorted) {
    const copies = free.get(keyOf(one));
    const number = numbers.has(one) ? undefined : copies?.values().next().value;
    if (number === undefined) continue;
    copies?.delete(number);
    numbers.set(one, number);
  }
  return numbers;
}

/** Numbers of the rows that have one of these texts, by text. */
function rowsOfTexts<Key>(
  store: RowStore,
  wanted: ReadonlySet<Key>,
  { of, length, ofLength }: TextKey<Key>,
): Map<Key, Set<number>> {
  const found = new Map<Key, Set<number>>();
  const lengths = new Set([...wanted].map(length));
  for (let row = 0; row < store.rows; row++) {
    // Of a million rows, the texts of few are looked at.
    if (store.isDamaged(row) || !lengths.has(ofLength(store.textLength(row)))) continue;
    const key = of(store.text(row));
    if (!wanted.has(key)) continue;
    const number = store.numbers.values[row];
    const rows = found.get(key);
    if (rows) rows.add(number);
    else found.set(key, new Set([number]));
  }
  return found;
}
