import { detectEncoding, isUtf8, markedEncoding, SAMPLE_BYTES, type Encoding } from './encoding';
import { UNDECODABLE } from './record';

const LINE_FEED = 0x0a;

/**
 * Decodes bytes that come piece by piece, without a byte order mark. The encoding is found as soon as it can be told:
 * plain ASCII passes through undecided. What cannot be decoded becomes `UNDECODABLE`, line by line.
 */
export class Decoder {
  private held: Uint8Array = new Uint8Array();
  private decoder?: TextDecoder;

  constructor(private encoding?: Encoding) {}

  push(bytes: Uint8Array): string {
    const all = joined(this.held, bytes);
    this.encoding ??= all.length < 3 ? undefined : this.found(all, false);
    return this.decoded(all, false);
  }

  end(): string {
    this.encoding ??= this.found(this.held, true);
    return this.decoded(this.held, true);
  }

  /** The encoding, once it can be told. */
  private found(bytes: Uint8Array, final: boolean): Encoding | undefined {
    const marked = markedEncoding(bytes);
    if (marked) return marked;
    if (!final && bytes.length < SAMPLE_BYTES && (bytes.includes(0) || !isUtf8(bytes))) return undefined;
    const ascii = bytes.every((byte) => byte > 0 && byte < 0x80);
    return ascii && !final ? undefined : detectEncoding(bytes);
  }

  private decoded(bytes: Uint8Array, final: boolean): string {
    this.held = new Uint8Array();
    if (this.encoding === 'utf-8') return this.utf8(bytes, final);
    if (this.encoding !== undefined) {
      this.decoder ??= new TextDecoder(this.encoding);
      return this.decoder.decode(bytes, { stream: !final }).replaceAll('\uFFFD', UNDECODABLE);
    }
    const ascii = bytes.length >= 3 && bytes.every((byte) => byte > 0 && byte < 0x80);
    if (ascii) return new TextDecoder().decode(bytes);
    this.held = bytes;
    return '';
  }

  private utf8(bytes: Uint8Array, final: boolean): string {
    const whole = final ? bytes.length : bytes.length - cutOff(bytes);
    this.held = bytes.slice(whole);
    const marked = this.decoder === undefined && markedEncoding(bytes) === 'utf-8' ? 3 : 0;
    this.decoder ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return strictly(this.decoder, bytes.subarray(marked, whole)) ?? byLine(this.decoder, bytes.subarray(marked, whole));
  }
}

/** Bytes at the end that begin a character of UTF-8 which is not complete: 0 to 3. */
function cutOff(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? back : 0;
  }
  return 0;
}

function strictly(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Only in lines that are broken is U+FFFD a sign of damage; elsewhere it is a character like others. */
function byLine(decoder: TextDecoder, bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const line = bytes.subarray(start, end);
    text += strictly(decoder, line) ?? new TextDecoder().decode(line).replaceAll('\uFFFD', UNDECODABLE);
    start = end;
  }
  return text;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
