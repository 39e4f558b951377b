type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>;

/** A growing list of numbers. The first `length` entries of `values` count; growing replaces that array. */
export class Growing<T extends Numbers> {
  length = 0;

  constructor(
    private readonly make: (length: number) => T,
    private readonly empty = 0,
    public values: T = make(1024),
  ) {}

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(this.length + 1);
    this.values[this.length++] = value;
  }

  append(more: T): void {
    this.reserve(this.length + more.length);
    this.values.set(more, this.length);
    this.length += more.length;
  }

  /** Extends the list to this length with the empty value. */
  extend(length: number): void {
    if (length <= this.length) return;
    this.reserve(length);
    this.values.fill(this.empty, this.length, length);
    this.length = length;
  }

  /** Takes all values so far out of the list, which is empty afterwards. */
  take(): T {
    const taken = this.values.slice(0, this.length) as T;
    this.length = 0;
    return taken;
  }

  private reserve(length: number): void {
    if (length <= this.values.length) return;
    const larger = this.make(Math.max(length, Math.ceil(this.values.length * 1.5)));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }
}

export const growingUint8 = () => new Growing((length) => new Uint8Array(length));
export const growingUint16 = () => new Growing((length) => new Uint16Array(length));
export const growingUint32 = (empty = 0) => new Growing((length) => new Uint32Array(length), empty);
export const growingInt16 = () => new Growing((length) => new Int16Array(length));
export const growingInt32 = (empty = 0) => new Growing((length) => new Int32Array(length), empty);
