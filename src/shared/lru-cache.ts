/** Keeps the most recently used entries, up to a number; a callback learns which entries are dropped. */
export class LruCache<Key, Value> {
  private readonly entries = new Map<Key, Value>();

  constructor(
    private readonly capacity: number,
    private readonly dropped: (value: Value) => void = () => undefined,
  ) {}

  get(key: Key): Value | undefined {
    const value = this.entries.get(key);
    if (value !== undefined) {
      this.entries.delete(key);
      this.entries.set(key, value);
    }
    return value;
  }

  set(key: Key, value: Value): void {
    this.entries.delete(key);
    this.entries.set(key, value);
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.capacity) break;
      this.delete(oldest);
    }
  }

  /** The most recently used last. */
  keys(): Key[] {
    return [...this.entries.keys()];
  }

  values(): Value[] {
    return [...this.entries.values()];
  }

  clear(): void {
    for (const key of [...this.entries.keys()]) this.delete(key);
  }

  private delete(key: Key): void {
    const value = this.entries.get(key);
    this.entries.delete(key);
    if (value !== undefined) this.dropped(value);
  }
}
