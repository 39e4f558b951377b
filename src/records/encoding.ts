/** Encodings that are told apart; names as `TextDecoder` takes them. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes that are looked at, at most. */
export const SAMPLE_BYTES = 2 ** 16;
/** Pairs of bytes among Han that must look Chinese for GB18030. */
const CHINESE_SHARE = 0.6;

/** The encoding that a byte order mark at the beginning names. */
export function markedEncoding([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** Whether bytes are UTF-8; a character that is cut off at their end is none of their faults. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * The encoding of a source by its first bytes: a byte order mark, the zeros of UTF-16, UTF-8 that holds, else GB18030
 * where its pairs of bytes are Chinese, else UTF-8 with damage.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const marked = markedEncoding(sample);
  if (marked) return marked;
  const wide = utf16(sample);
  if (wide) return wide;
  if (isUtf8(sample) || goodUtf8(sample) > 0.8) return 'utf-8';
  return looksChinese(sample) ? 'gb18030' : 'utf-8';
}

/** UTF-16 without a mark: letters, spaces and line ends of Latin scripts have a zero on one side only. */
function utf16(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    if (bytes[i] === 0 && isPlain(bytes[i + 1])) zeros[0]++;
    if (bytes[i + 1] === 0 && isPlain(bytes[i])) zeros[1]++;
  }
  const [big, little] = zeros;
  const least = Math.max(1, bytes.length / 100);
  if (Math.max(big, little) < least || bytes.length < 4) return undefined;
  if (little > 20 * big) return isUtf16(bytes, 'utf-16le') ? 'utf-16le' : undefined;
  if (big > 20 * little) return isUtf16(bytes, 'utf-16be') ? 'utf-16be' : undefined;
  return undefined;
}

const isPlain = (byte: number): boolean => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127);

function isUtf16(bytes: Uint8Array, encoding: Encoding): boolean {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  let odd = 0;
  for (const character of text) if (character === '\uFFFD' || character === '\0') odd++;
  return odd === 0;
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

/** Whether most pairs of bytes are among the common characters of GB2312, read as GB18030 without an error. */
function looksChinese(bytes: Uint8Array): boolean {
  const text = new TextDecoder('gb18030').decode(bytes, { stream: true });
  let [wide, broken] = [0, 0];
  for (const character of text) {
    if (character === '\uFFFD') broken++;
    else if (character > '\x7f') wide++;
  }
  let common = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i];
    if (lead < 0x81) continue;
    const han = lead >= 0xb0 && lead <= 0xd7;
    const sign = lead >= 0xa1 && lead <= 0xa3;
    if ((han || sign) && bytes[i + 1] >= 0xa1) common++;
    i++;
  }
  return wide > 0 && broken <= wide / 50 && common / wide >= CHINESE_SHARE;
}
