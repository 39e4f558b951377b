import type { NewStrings } from '../../shared/findings/piece';

/** Up to so many different values of a column are looked up; beyond that, each further value gets a new code, which costs less. */
const LOOKED_UP = 100_000;

/** Gives each string a number, in the order in which they come. */
export class StringCoder {
  private readonly codes = new Map<string, number>();
  private strings: string[] = [];
  private from = 0;

  constructor(private readonly most = LOOKED_UP) {}

  get size(): number {
    return this.from + this.strings.length;
  }

  code(value: string): number {
    const known = this.codes.get(value);
    if (known !== undefined) return known;
    const code = this.size;
    this.strings.push(value);
    if (this.codes.size < this.most) this.codes.set(value, code);
    return code;
  }

  /** What is new since the last time. */
  take(): NewStrings {
    const taken = { from: this.from, strings: this.strings };
    this.from += this.strings.length;
    this.strings = [];
    return taken;
  }
}

/** Appends what is new to a list. */
export function addStrings(list: string[], { from, strings }: NewStrings): void {
  if (from !== list.length) throw new RangeError(`Strings from ${from} do not follow ${list.length} strings.`);
  for (const value of strings) list.push(value);
}
