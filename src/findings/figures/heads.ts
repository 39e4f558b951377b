/** The stem of an English word, as far as grouping phrases needs it: stopped, stops and stopping have the same. */
export function stemOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  for (const [ending, least] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < least) continue;
    const stem = word.slice(0, -ending.length);
    return undoubled(ending === 'ied' || ending === 'ies' ? `${stem}y` : stem);
  }
  return word.endsWith('e') ? word.slice(0, -1) : word;
}

const ENDINGS: readonly (readonly [ending: string, least: number])[] = [
  ['ied', 2],
  ['ies', 2],
  ['ing', 3],
  ['ed', 3],
  ['es', 3],
  ['ly', 4],
];

function undoubled(stem: string): string {
  if (/([bdgkmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return stem.endsWith('e') ? stem.slice(0, -1) : stem;
}
