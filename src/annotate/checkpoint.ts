import type { SourceRecord } from '../records/record';

/** The state of a run after some rows, from which it can be continued. */
export interface Checkpoint {
  readonly rows: number;
  /** `SourceDigest` of the records behind these rows. */
  readonly source: string;
  readonly errors: number;
  /** The state of the writer. */
  readonly state: unknown;
}

/**
 * A running fingerprint of records: 53 bits over the texts, ids and errors (cyrb53, public domain). Tells whether a
 * source that is read again is the one of before; it is no cryptographic hash.
 */
export class SourceDigest {
  private a = 0xdeadbeef;
  private b = 0x41c6ce57;

  add({ line, text, error, id }: SourceRecord): void {
    this.mix(line);
    this.addText(text ?? error ?? '');
    if (id !== undefined) this.addText(String(id));
  }

  value(): string {
    return `${(this.a >>> 0).toString(16)}-${(this.b >>> 0).toString(16)}`;
  }

  addText(text: string): void {
    for (let at = 0; at < text.length; at++) this.mix(text.charCodeAt(at));
    this.mix(0x10000 + text.length);
  }

  private mix(unit: number): void {
    this.a = Math.imul(this.a ^ unit, 2654435761);
    this.b = Math.imul(this.b ^ unit, 1597334677);
    this.a ^= this.b >>> 16;
  }
}

/** The fingerprint of one text. */
export function fingerprint(text: string): string {
  const digest = new SourceDigest();
  digest.addText(text);
  return digest.value();
}
