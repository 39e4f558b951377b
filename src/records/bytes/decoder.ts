import { UNDECODABLE } from '../record';
import { decoderOf, type ByteDecoder } from './old-decoders';

const LINE_FEED = 0x0a;

/**
 * Decodes bytes that come piece by piece, without a byte order mark. What cannot be decoded becomes `UNDECODABLE`, in
 * its own line only.
 */
export class Decoder {
  private held: Uint8Array = new Uint8Array();
  private readonly decoder: ByteDecoder;
  private readonly strict: boolean;
  private begun = false;

  /** @param encoding any that `TextDecoder` knows */
  constructor(encoding: string) {
    this.strict = new TextDecoder(encoding).encoding === 'utf-8';
    this.decoder = this.strict ? new TextDecoder(encoding, { fatal: true, ignoreBOM: true }) : decoderOf(encoding);
  }

  push(bytes: Uint8Array): string {
    return this.strict ? this.utf8(joined(this.held, bytes), false) : this.old(bytes, true);
  }

  end(): string {
    return this.strict ? this.utf8(this.held, true) : this.old(new Uint8Array(), false);
  }

  private old(bytes: Uint8Array, stream: boolean): string {
    return this.decoder.decode(bytes, { stream }).replaceAll('\uFFFD', UNDECODABLE);
  }

  private utf8(bytes: Uint8Array, final: boolean): string {
    if (!this.begun && !final && bytes.length < 3) {
      this.held = bytes;
      return '';
    }
    const whole = final ? bytes.length : bytes.length - cutOff(bytes);
    const marked = !this.begun && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    this.begun = true;
    this.held = bytes.slice(whole);
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

function strictly(decoder: ByteDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** U+FFFD is a sign of damage only in lines that cannot be decoded; elsewhere it is an ordinary character. */
function byLine(decoder: ByteDecoder, bytes: Uint8Array): string {
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
