import initialise, { cut, tag } from 'jieba-wasm/web';
import { SaliencyError } from './saliency-error';
import { isBlank, stretches, type Stretch } from './scan';
import type { Segmenter, Word } from './word';

/** jieba's glue holds one instance a process, so loading is done once whoever asks, and again only after a failure. */
let loaded: Promise<void> | undefined;
let ready = false;

async function load(wasm: Uint8Array): Promise<void> {
  try {
    // A copy, because the typings want a buffer that no other thread can change.
    await initialise({ module_or_path: new Uint8Array(wasm) });
    // Initialising is cheap; the dictionary is unpacked by the first cut, which blocks for a quarter of a second.
    cut('好', true);
    ready = true;
  } catch (error) {
    loaded = undefined;
    throw new SaliencyError(
      `Chinese text cannot be cut into words: jieba's WebAssembly module is damaged (${String(error)}). Reinstall the extension.`,
      'damaged-segmenter',
      { reason: String(error) },
    );
  }
}

/**
 * Loads jieba (with its hidden Markov model for words that the dictionary lacks) and unpacks its dictionary, which
 * blocks the thread for about 225 ms: call it in a worker. Idempotent in a process; later calls ignore their bytes.
 *
 * The segmenter's words are jieba's own cut of the whole text, punctuation included, white space left out. What differs:
 * URLs, mentions, hashtags, emoji and emoticons are whole and not shown to jieba; Latin words and numbers (`don't`,
 * `1,000`, `１２３`), which jieba splits at some signs, are joined again; HTML tags and entities are skipped.
 *
 * @param wasm the bytes of `jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm`
 * @throws SaliencyError `damaged-segmenter` when the bytes are not jieba's
 */
export async function loadChineseSegmenter(wasm: Uint8Array): Promise<Segmenter> {
  loaded ??= load(wasm);
  await loaded;
  return segmentChinese;
}

/** jieba's tag for the part of speech of one word (`a` adjective, `v` verb, …); undefined where it is not loaded. */
export function partOfSpeech(word: string): string | undefined {
  return ready ? tag(word, true).at(0)?.tag : undefined;
}

const segmentChinese: Segmenter = (text) => {
  const words: Word[] = [];
  let run = 0;
  let joined: Stretch[] = [];
  for (const stretch of stretches(text)) {
    if (stretch.kind === 'word') joined.push(stretch);
    if (stretch.kind !== 'whole' && stretch.kind !== 'markup') continue;
    cutRun(text, run, stretch.start, joined, words);
    if (stretch.kind === 'whole') words.push(wordAt(text, stretch.start, stretch.end));
    run = stretch.end;
    joined = [];
  }
  cutRun(text, run, text.length, joined, words);
  return words;
};

/** Cuts `text.slice(start, end)` by jieba and forgets the cuts that fall inside one of the `joined` stretches. */
function cutRun(text: string, start: number, end: number, joined: readonly Stretch[], words: Word[]): void {
  if (start === end) return;
  let next = 0;
  let from = start;
  let to = start;
  // Lengths, not the pieces themselves: a lone surrogate comes back as U+FFFD, one UTF-16 unit like itself.
  for (const piece of cut(text.slice(start, end), true)) {
    to += piece.length;
    while (next < joined.length && joined[next].end <= to) next++;
    if (next < joined.length && joined[next].start < to) continue;
    const word = wordAt(text, from, to);
    if (!isBlank(word.text)) words.push(word);
    from = to;
  }
}

const wordAt = (text: string, start: number, end: number): Word => ({ text: text.slice(start, end), start, end });
