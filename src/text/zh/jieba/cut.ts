import { endOf, isInWords, runEnd } from './characters';
import { childOf, entryOf, type JiebaTable } from './table';
import { cutUnknown } from './unknown-words';

/**
 * The ends of jieba's words, in UTF-16 units, white space and punctuation included: exactly those of `cut(text, true)` of
 * `jieba-wasm` (tested). Takes the likeliest sequence of dictionary words; single characters that remain are joined by a
 * hidden Markov model (the method of Python's jieba).
 */
export function wordEnds(table: JiebaTable, text: string): number[] {
  const ends: number[] = [];
  for (let at = 0; at < text.length;) {
    const end = runEnd(text, at, text.length, isInWords);
    if (end > at) cutRun(table, text, at, end, ends);
    else ends.push(text.startsWith('\r\n', at) ? at + 2 : endOf(text, at));
    at = ends[ends.length - 1];
  }
  return ends;
}

/** jieba's tag for the part of speech of a text's first word. */
export function tagOf(table: JiebaTable, text: string): string | undefined {
  if (text === '') return undefined;
  const word = text.slice(0, wordEnds(table, text)[0]);
  const entry = entryOf(table, word, 0, word.length);
  if (entry > 0) return table.tagNames[table.tags[entry]];
  const letters = word.replace(/[^a-zA-Z0-9]/gu, '');
  if (letters === '') return 'x';
  return /\D/u.test(letters) ? 'eng' : 'm';
}

function cutRun(table: JiebaTable, text: string, start: number, end: number, ends: number[]): void {
  const next = likeliest(table, text, start, end);
  let alone = start;
  for (let at = start; at < end;) {
    const to = next[at - start];
    if (to !== endOf(text, at)) {
      cutAlone(table, text, alone, at, ends);
      ends.push(to);
      alone = to;
    }
    at = to;
  }
  cutAlone(table, text, alone, end, ends);
}

/** Single characters of the likeliest sequence. If the dictionary has their word, but finds it less likely, they stay single. */
function cutAlone(table: JiebaTable, text: string, start: number, end: number, ends: number[]): void {
  if (start === end) return;
  if (endOf(text, start) === end) ends.push(end);
  else if (entryOf(table, text, start, end) === 0) cutUnknown(table, text, start, end, ends);
  else for (let at = start; at < end;) ends.push((at = endOf(text, at)));
}

/** For each place of a run: the end of the word that starts there, on the likeliest sequence from this place to the run's end. */
function likeliest(table: JiebaTable, text: string, start: number, end: number): Int32Array {
  const { weights, entries } = table;
  const next = new Int32Array(end - start);
  const scores = new Float64Array(end - start + 1);
  for (let at = end - 1; at >= start; at--) {
    let best = -Infinity;
    let node = 0;
    for (let to = at; to < end;) {
      node = childOf(table, node, text.charCodeAt(to++));
      if (node < 0) break;
      if (entries[node] === 0) continue;
      const score = weights[entries[node]] + scores[to - start];
      // Among equally likely sequences jieba takes the one with the longer word.
      if (score < best) continue;
      best = score;
      next[at - start] = to;
    }
    if (best === -Infinity) {
      next[at - start] = endOf(text, at);
      best = weights[0] + scores[next[at - start] - start];
    }
    scores[at - start] = best;
  }
  return next;
}
