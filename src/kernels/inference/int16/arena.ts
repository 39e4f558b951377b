const PAGE = 65536;
/** Nothing is stored below this address, so that 0 can mean "none" and tests notice small wrong offsets. */
const FIRST = 1024;
/** A cache line, so that no vector load crosses two. */
const ALIGNMENT = 64;

/**
 * Allocates upwards in a WebAssembly memory of its own; everything allocated since a mark can be freed at once. Growing the
 * memory detaches all earlier views: create them again after every `allocate`.
 */
export class Arena {
  readonly memory = new WebAssembly.Memory({ initial: 16 });
  private top = FIRST;

  /** The address of `bytes` new bytes, a multiple of 64. They are zero only if this part of the memory was never used before. */
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

  /** Frees everything allocated since `mark`. */
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
