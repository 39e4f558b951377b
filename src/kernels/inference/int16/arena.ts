const PAGE = 65536;
/** Nothing lies below: address 0 stays what it means elsewhere, and a stray small offset is seen in a test. */
const FIRST = 1024;
/** A cache line, so that no vector load crosses two. */
const ALIGNMENT = 64;

/**
 * Hands out addresses of a WebAssembly memory of its own, upwards; what was handed out since a mark is taken back at
 * once. Growing detaches all earlier views: take them anew after every `allocate`.
 */
export class Arena {
  readonly memory = new WebAssembly.Memory({ initial: 16 });
  private top = FIRST;

  /** The address of `bytes` bytes (zero at first use, whatever stood there later), a multiple of 64. */
  allocate(bytes: number): number {
    const address = this.top;
    this.top = address + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    const missing = this.top - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    return address;
  }

  /** The address of a copy of `values`. */
  put(values: Float32Array | Float64Array | Int32Array | Int16Array): number {
    const address = this.allocate(values.byteLength);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    new Uint8Array(this.memory.buffer, address).set(bytes);
    return address;
  }

  mark(): number {
    return this.top;
  }

  /** Takes back all that was handed out since `mark`. */
  release(mark: number): void {
    this.top = mark;
  }

  floats(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  shorts(address: number, length: number): Int16Array {
    return new Int16Array(this.memory.buffer, address, length);
  }

  addresses(address: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, address, length);
  }
}
