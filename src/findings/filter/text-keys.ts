import type { RowStore } from '../store/row-store';

const known = new WeakMap<RowStore, Float64Array>();

/** A number for each row that orders texts; made once for each number of rows. */
export function textKeys(store: RowStore): Float64Array {
  const before = known.get(store);
  if (before?.length === store.rows) return before;
  const keys = keysOfTexts(store);
  known.set(store, keys);
  return keys;
}

/** A number for the beginning of a text, in the order of texts: its first 8 characters where they are Latin, else its first 4. */
function keysOfTexts(store: RowStore): Float64Array {
  const beginnings = Array.from({ length: store.rows }, (_, row) =>
    store.text(row).slice(0, 24).trimStart().toLowerCase(),
  );
  const used = new Set<number>();
  for (const text of beginnings) for (let i = 0; i < Math.min(8, text.length); i++) used.add(text.charCodeAt(i));
  const ranks = new Map([...used].sort((a, b) => a - b).map((code, rank) => [code, rank + 1]));
  const base = ranks.size + 1;
  const length = Math.min(8, Math.floor(52 / Math.log2(base + 1)));
  return Float64Array.from(beginnings, (text) => {
    let key = 0;
    for (let i = 0; i < length; i++) key = key * base + (i < text.length ? (ranks.get(text.charCodeAt(i)) ?? 0) : 0);
    return key;
  });
}
