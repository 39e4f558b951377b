import { tagOf, wordEnds } from './jieba/cut';
import { readTable, type JiebaTable } from './jieba/table';
import { SaliencyError } from '../../shared/saliency-error';
import { loadSimplified, simplifiedText } from './simplified';
import { isBlank, stretches, type Stretch } from '../scan';
import type { Segmenter, Word } from '../word';

/** One for the whole process, so that parts of speech are available wherever Chinese is read. */
let table: JiebaTable | undefined;

/**
 * Loads jieba's dictionary and its hidden Markov model (for words that the dictionary lacks). The table is used in place,
 * without unpacking, so this costs next to nothing. Only the first call in a process loads; later calls ignore their bytes.
 *
 * The segmenter's words are those of jieba for the whole text, punctuation included, white space left out, except that:
 * URLs, mentions, hashtags, emoji and emoticons stay whole and are not given to jieba; Latin words and numbers (`don't`,
 * `1,000`, `１２３`), which jieba splits at some signs, are joined again; HTML tags and entities are skipped.
 *
 * @param bytes of `dist/jieba.table`, which `jieba/build.mjs` writes
 * @throws SaliencyError `damaged-segmenter` when the bytes are no such table
 */
export function loadChineseSegmenter(bytes: Uint8Array): Segmenter {
  try {
    if (!table) {
      table = readTable(bytes);
      loadSimplified(table.traditional, table.simplified);
    }
  } catch (error) {
    const { message } = error as Error;
    throw new SaliencyError(
      `Chinese text cannot be cut into words: jieba's table is damaged (${message}). Reinstall the extension.`,
      'damaged-segmenter',
      { reason: message },
    );
  }
  return segmentChinese;
}

/** jieba's part-of-speech tag of one word (`a` adjective, `v` verb, …); undefined while jieba is not loaded. */
export function partOfSpeech(word: string): string | undefined {
  return table && tagOf(table, simplifiedText(word));
}

const segmentChinese: Segmenter = (text) => {
  // jieba's dictionary is one of simplified words; as many units as the text, so that offsets stay.
  const read = simplifiedText(text);
  const words: Word[] = [];
  let run = 0;
  let joined: Stretch[] = [];
  for (const stretch of stretches(text)) {
    if (stretch.kind === 'word') joined.push(stretch);
    if (stretch.kind !== 'whole' && stretch.kind !== 'markup') continue;
    cutRun(text, read, run, stretch.start, joined, words);
    if (stretch.kind === 'whole') words.push(wordAt(text, stretch.start, stretch.end));
    run = stretch.end;
    joined = [];
  }
  cutRun(text, read, run, text.length, joined, words);
  return words;
};

/** Cuts `read.slice(start, end)` by jieba and forgets the cuts that fall inside one of the `joined` stretches. */
function cutRun(
  text: string,
  read: string,
  start: number,
  end: number,
  joined: readonly Stretch[],
  words: Word[],
): void {
  if (start === end) return;
  let next = 0;
  let from = start;
  let to = start;
  for (const last of wordEnds(table!, read.slice(start, end))) {
    to = start + last;
    while (next < joined.length && joined[next].end <= to) next++;
    if (next < joined.length && joined[next].start < to) continue;
    const word = wordAt(text, from, to);
    if (!isBlank(word.text)) words.push(word);
    from = to;
  }
}

const wordAt = (text: string, start: number, end: number): Word => ({ text: text.slice(start, end), start, end });
