/** Where the strings and numbers of a JSON text stand: a tree of the same shape, without the quotes of strings. */
export type Spans = readonly [start: number, end: number] | ReadonlyMap<string, Spans> | readonly Spans[] | undefined;

/** Deeper values are skipped: nobody reads what stands there, and the stack is finite. */
const DEEPEST = 60;

/**
 * Finds the places of all values. Own code: `JSON.parse` knows no places, and what is asked for is only where things
 * are, not what they are. The text must be JSON.
 */
export function spansOf(json: string): Spans {
  return new Scanner(json).value(0);
}

/** The span at a path of keys and indices. */
export function spanAt(spans: Spans, path: readonly (string | number)[]): readonly [number, number] | undefined {
  let at: Spans = spans;
  for (const key of path) {
    if (at instanceof Map) at = (at as ReadonlyMap<string, Spans>).get(String(key));
    else if (Array.isArray(at) && typeof key === 'number' && typeof at[0] !== 'number')
      at = (at as readonly Spans[])[key];
    else return undefined;
  }
  return Array.isArray(at) && at.length === 2 && typeof at[0] === 'number'
    ? (at as unknown as readonly [number, number])
    : undefined;
}

class Scanner {
  private at = 0;

  constructor(private readonly json: string) {}

  value(depth: number): Spans {
    this.blank();
    const sign = this.json[this.at];
    if (sign === '"') return this.text();
    if (sign !== '{' && sign !== '[') return this.plain();
    if (depth >= DEEPEST) return this.skip();
    return sign === '{' ? this.object(depth) : this.array(depth);
  }

  private object(depth: number): Spans {
    const found = new Map<string, Spans>();
    this.at++;
    for (this.blank(); this.at < this.json.length && this.json[this.at] !== '}'; this.blank()) {
      if (this.json[this.at] === ',') {
        this.at++;
        continue;
      }
      const [start, end] = this.text();
      const written = this.json.slice(start, end);
      this.blank();
      this.at++;
      const value = this.value(depth + 1);
      found.set(written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written, value);
    }
    this.at++;
    return found;
  }

  private array(depth: number): Spans {
    const found: Spans[] = [];
    this.at++;
    for (this.blank(); this.at < this.json.length && this.json[this.at] !== ']'; this.blank()) {
      if (this.json[this.at] === ',') this.at++;
      else found.push(this.value(depth + 1));
    }
    this.at++;
    return found;
  }

  private text(): readonly [number, number] {
    const start = this.at + 1;
    let end = this.json.indexOf('"', start);
    for (; end >= 0; end = this.json.indexOf('"', end + 1)) {
      let slashes = 0;
      while (this.json[end - 1 - slashes] === '\\') slashes++;
      if (slashes % 2 === 0) break;
    }
    this.at = end < 0 ? this.json.length : end + 1;
    return [start, end < 0 ? this.json.length : end];
  }

  private plain(): readonly [number, number] {
    const start = this.at;
    while (this.at < this.json.length && !',]}\n\r\t '.includes(this.json[this.at])) this.at++;
    if (this.at === start) this.at++;
    return [start, this.at];
  }

  private skip(): undefined {
    for (let open = 0; this.at < this.json.length;) {
      const sign = this.json[this.at];
      if (sign === '"') this.text();
      else {
        this.at++;
        if (sign === '{' || sign === '[') open++;
        else if ((sign === '}' || sign === ']') && --open === 0) return;
      }
    }
  }

  private blank(): void {
    while (this.at < this.json.length && ' \t\r\n\uFEFF'.includes(this.json[this.at])) this.at++;
  }
}
