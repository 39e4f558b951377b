/** Keeps the few things with the highest value of many; of equals, those that came first. */
export class Top<T> {
  private kept: { readonly value: number; readonly at: number; readonly item: T }[] = [];
  private seen = 0;

  constructor(private readonly most: number) {}

  /** @param make called only where it is kept for now */
  add(value: number, make: () => T): void {
    const at = this.seen++;
    if (this.kept.length >= 2 * this.most) this.cut();
    if (this.kept.length >= this.most && value <= this.floor) return;
    this.kept.push({ value, at, item: make() });
  }

  /** Highest first. */
  items(): T[] {
    this.cut();
    return this.kept.map(({ item }) => item);
  }

  private floor = -Infinity;

  private cut(): void {
    this.kept.sort((a, b) => b.value - a.value || a.at - b.at);
    this.kept.length = Math.min(this.kept.length, this.most);
    if (this.kept.length === this.most) this.floor = this.kept[this.most - 1].value;
  }
}
