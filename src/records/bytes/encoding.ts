import { analyse } from 'chardet';
import { concatenate } from '../../shared/concatenate';
import { decoderOf } from './old-decoders';
import { LEGACY, type LegacyEncoding } from './legacy-encodings';

/** How a source is decoded, and how sure that is. */
export interface EncodingReading {
  /** As `TextDecoder` calls it. */
  readonly name: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly by: 'asked' | 'mark' | 'content';
  /** Where it was guessed: the next best, and how the beginning of a line outside ASCII would read in it. */
  readonly other?: { readonly name: string; readonly sample: string };
}

/** At most so many bytes outside ASCII, with their lines, are examined. */
const TELLING_BYTES = 2 ** 18;
/** Share of the characters outside ASCII that must be good UTF-8 for a damaged file to be UTF-8. */
const MOSTLY_UTF8 = 0.8;
/** Share of the bytes that must lie in lines without damage for a file to be in an old encoding. */
const LEAST_SOUND = 0.6;

/** The encoding that a byte order mark at the beginning names. */
function markedEncoding([a, b, c]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** Whether `TextDecoder` knows an encoding by this name. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name) !== undefined;
  } catch {
    return false;
  }
}

/** Whether bytes are UTF-8; a character that is cut off at their end does not count as an error. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * The encoding of a source by all bytes at hand: a byte order mark, the zeros of UTF-16, UTF-8 that holds, else the one
 * of the old encodings in which the bytes make the most sense.
 */
export function detectEncoding(bytes: Uint8Array): EncodingReading {
  const marked = markedEncoding(bytes);
  if (marked) return { name: marked, confidence: 1, by: 'mark' };
  const found = (name: string, confidence: number): EncodingReading => ({ name, confidence, by: 'content' });
  const wide = utf16(bytes);
  if (wide) return found(wide, 0.95);
  if (isUtf8(bytes)) return found('utf-8', 1);
  const telling = linesOutsideAscii(bytes);
  const good = goodUtf8(telling);
  if (good > MOSTLY_UTF8 || (good > LEAST_SOUND && soundUtf8(telling) > LEAST_SOUND)) return found('utf-8', good);
  return legacy(telling) ?? found('utf-8', good);
}

/** The old encoding that fits best: what chardet makes of the bytes, weighed with how the decoded text looks. */
function legacy(bytes: Uint8Array): EncodingReading | undefined {
  const guesses = new Map(analyse(bytes).map(({ name, confidence }) => [name.toLowerCase(), confidence / 100]));
  const scored = LEGACY.flatMap((encoding) => {
    const share = plausible(encoding, bytes);
    if (share === undefined) return [];
    const guess = Math.max(0, ...encoding.alsoCalled.map((name) => guesses.get(name) ?? 0));
    return [{ name: encoding.name, score: 0.65 * share + 0.35 * guess }];
  }).sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best || best.score < 0.2) return undefined;
  const lead = best.score - (next?.score ?? 0);
  const confidence = Math.min(0.99, 0.5 * best.score + Math.min(0.5, 1.5 * lead));
  return { name: best.name, confidence, by: 'content', ...(next && { other: sampleIn(next.name, bytes) }) };
}

const SAMPLE = 40;

function sampleIn(name: string, bytes: Uint8Array): NonNullable<EncodingReading['other']> {
  const text = decoderOf(name).decode(bytes.subarray(0, 2_000), { stream: true });
  const [line] = text.split(/[\r\n]/);
  const at = Math.max(0, line.search(/[^\0-\x7f]/) - SAMPLE / 4);
  return { name, sample: line.slice(at, at + SAMPLE).trim() };
}

/**
 * How much the decoded text looks like one of this encoding, 0 to 1; undefined if too much cannot be decoded. Damage
 * costs its line: the others tell what it is.
 */
function plausible({ name, looks }: LegacyEncoding, bytes: Uint8Array): number | undefined {
  const whole = decoderOf(name).decode(bytes, { stream: true });
  if (!whole.includes('\uFFFD')) return /[^\0-\x7f]/.test(whole) ? looks(whole, bytes) : undefined;
  const lines = linesOf(bytes).map((line) => ({ line, text: decoderOf(name).decode(line, { stream: true }) }));
  const sound = lines.filter(({ text }) => !text.includes('\uFFFD'));
  const share = sound.reduce((sum, { line }) => sum + line.length, 0) / bytes.length;
  if (share < LEAST_SOUND) return undefined;
  return looks(sound.map(({ text }) => text).join(''), concatenate(sound.map(({ line }) => line))) * share;
}

/** The lines of bytes, each with its line end. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const feed = bytes.indexOf(0x0a, at);
    const end = feed < 0 ? bytes.length : feed + 1;
    lines.push(bytes.subarray(at, end));
    at = end;
  }
  return lines;
}

/** Only lines that have other bytes than ASCII tell encodings apart. */
function linesOutsideAscii(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length && length < TELLING_BYTES;) {
    const feed = bytes.indexOf(0x0a, at);
    const end = Math.min(feed < 0 ? bytes.length : feed + 1, at + TELLING_BYTES);
    const line = bytes.subarray(at, end);
    if (line.some((byte) => byte > 0x7f)) {
      parts.push(line);
      length += line.length;
    }
    at = end;
  }
  return concatenate(parts);
}

/** UTF-16 without a mark: letters, spaces and line ends of Latin scripts have a zero on one side only. */
function utf16(all: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const bytes = all.subarray(0, TELLING_BYTES);
  const zeros = [0, 0];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    if (bytes[i] === 0 && isPlain(bytes[i + 1])) zeros[0]++;
    if (bytes[i + 1] === 0 && isPlain(bytes[i])) zeros[1]++;
  }
  const [big, little] = zeros;
  // ASCII text with a few NULs is not UTF-16, where every other byte is NUL.
  const ascii = !bytes.some((byte) => byte > 0x7f);
  const least = Math.max(1, bytes.length / (ascii ? 4 : 100));
  if (Math.max(big, little) < least || bytes.length < 4) return undefined;
  if (little > 20 * big) return isUtf16(bytes, 'utf-16le') ? 'utf-16le' : undefined;
  if (big > 20 * little) return isUtf16(bytes, 'utf-16be') ? 'utf-16be' : undefined;
  return undefined;
}

const isPlain = (byte: number): boolean => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127);

function isUtf16(bytes: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  return !text.includes('\uFFFD') && !text.includes('\0');
}

/** The part of the lines that are good UTF-8, of three or more: by chance a line of another encoding hardly ever is. */
function soundUtf8(bytes: Uint8Array): number {
  const lines = linesOf(bytes);
  return lines.length < 3 ? 0 : lines.filter(isUtf8).length / lines.length;
}

/** The part of the characters outside ASCII that is good UTF-8. */
function goodUtf8(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes, { stream: true });
  let [good, bad] = [0, 0];
  for (const character of text) {
    if (character === '\uFFFD') bad++;
    else if (character > '\x7f') good++;
  }
  return good / Math.max(1, good + bad);
}
