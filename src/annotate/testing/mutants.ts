/** A file that people, programs or accidents could have made. */
export interface Mutant {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const WORDS = [
  'good',
  'bad',
  '很好',
  '不好，',
  'I loved it',
  '😀',
  "don't",
  '=1+1',
  '@x',
  '-',
  '+',
  'naïve',
  '',
  ' ',
  '\t',
];
const KEYS = ['text', 'id', 'label', '__proto__', 'constructor', 'toString', 'review.text', '评论', ''];
const BREAKS = [
  '"',
  '""',
  '\0',
  '\r',
  '\n',
  '\r\n',
  ',',
  ';',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\\u',
  '\ud800',
  '\udc00',
  '\u2028',
];
const ENDINGS = ['csv', 'tsv', 'ndjson', 'json', 'md', 'txt', 'bin'];
/** What a file may be called though it is something else. */
const WRONG = [...ENDINGS, 'xlsx', 'ods', 'zip', 'gz', 'srt', 'vtt', 'ipynb', 'jsonl'];

/** One of endlessly many files; the same number gives the same one. */
export function mutant(number: number): Mutant {
  const random = randomFrom(number);
  const below = (most: number) => Math.floor(random() * most);
  const pick = <T>(all: readonly T[]): T => all[below(all.length)];
  const ending = pick(ENDINGS);
  const text = () => Array.from({ length: 1 + below(8) }, () => pick(WORDS)).join(pick([' ', '', pick(BREAKS)]));
  const object = (): unknown =>
    Object.fromEntries(Array.from({ length: 1 + below(4) }, () => [pick(KEYS), below(6) ? text() : { text: text() }]));
  const quoted = () => (below(2) ? text() : `"${text().replaceAll('"', '""')}"`);
  const line = (): string => {
    if (ending === 'csv' || ending === 'tsv') {
      return Array.from({ length: 2 + below(2) }, quoted).join(ending === 'csv' ? ',' : '\t');
    }
    return ending === 'ndjson' || ending === 'json' ? JSON.stringify(object()) : text();
  };
  const lines = Array.from({ length: below(12) }, line);
  if (below(40) === 0)
    lines.push('['.repeat(50_000), `{"text":${'{"text":'.repeat(20_000)}`, `"${'x'.repeat(300_000)}`);
  const whole =
    ending === 'json'
      ? `[${lines.join(',\n')}]`
      : `${below(2) ? 'id,text\n' : ''}${lines.join(pick(['\n', '\r\n']))}\n`;
  const called = below(5) === 0 ? pick(WRONG) : ending;
  return { name: `a.${called}`, bytes: damaged(encoded(whole, below), below, () => pick(BREAKS)) };
}

/**
 * A file that people have, damaged: bytes changed or cut, lines and cells in other places, a stretch in another encoding,
 * a piece of another file in it, another name.
 */
export function mutantOf(all: readonly Mutant[], number: number): Mutant {
  const random = randomFrom(number + 1_000_000);
  const below = (most: number) => Math.floor(random() * most);
  const { name, bytes } = all[number % all.length];
  const other = all[below(all.length)];
  let changed = bytes;
  for (let i = 1 + below(3); i > 0; i--) {
    const how = below(6);
    if (how === 0) changed = moved(changed, below, /\r\n|\n|\r/);
    else if (how === 1) changed = moved(changed, below, /[,;\t|]/);
    else if (how === 2) changed = recoded(changed, below);
    else if (how === 3) changed = crossed(changed, other.bytes, below);
    else changed = damaged(changed, below, () => BREAKS[below(BREAKS.length)]);
  }
  const called = below(4) === 0 ? `${name}.${WRONG[below(WRONG.length)]}` : name;
  return { name: called, bytes: changed };
}

/** Two of the parts between signs in each other's place. Bytes are taken as Latin-1, so that nothing else changes. */
function moved(bytes: Uint8Array, below: (most: number) => number, between: RegExp): Uint8Array {
  const parts = Buffer.from(bytes)
    .toString('latin1')
    .split(new RegExp(`(${between.source})`));
  const [a, b] = [2 * below((parts.length + 1) / 2), 2 * below((parts.length + 1) / 2)];
  [parts[a], parts[b]] = [parts[b], parts[a]];
  return new Uint8Array(Buffer.from(parts.join(''), 'latin1'));
}

/** A stretch of UTF-8 in another encoding. */
function recoded(bytes: Uint8Array, below: (most: number) => number): Uint8Array {
  const from = below(bytes.length + 1);
  const to = from + below(bytes.length - from + 1);
  const text = Buffer.from(bytes.subarray(from, to)).toString('utf8');
  const encoding = (['latin1', 'utf16le', 'utf8'] as const)[below(3)];
  return new Uint8Array(Buffer.concat([bytes.subarray(0, from), Buffer.from(text, encoding), bytes.subarray(to)]));
}

/** A piece of one file in the place of a piece of another. */
function crossed(bytes: Uint8Array, other: Uint8Array, below: (most: number) => number): Uint8Array {
  const [at, from] = [below(bytes.length + 1), below(other.length + 1)];
  const piece = other.subarray(from, from + below(400));
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + below(400))]));
}

function encoded(text: string, below: (most: number) => number): Uint8Array {
  const how = below(8);
  if (how === 2) return new Uint8Array(Buffer.from(text, 'latin1'));
  if (how > 1) return new TextEncoder().encode(text);
  const bytes = new Uint8Array(Buffer.from(how === 0 ? text : `\uFEFF${text}`, 'utf16le'));
  return bytes;
}

/** Some bytes changed, cut out, doubled, or strewn in. */
function damaged(bytes: Uint8Array, below: (most: number) => number, sign: () => string): Uint8Array {
  let changed = [...bytes];
  if (changed.length > 100_000) return bytes;
  for (let i = below(6); i > 0 && changed.length > 0; i--) {
    const at = below(changed.length);
    const how = below(5);
    if (how === 0) changed[at] = below(256);
    else if (how === 1) changed.splice(at, below(20));
    else if (how === 2) changed.splice(at, 0, ...new TextEncoder().encode(sign()));
    else if (how === 3) changed = changed.slice(0, at);
    else changed.splice(at, 0, ...changed.slice(at, at + below(200)));
  }
  return Uint8Array.from(changed);
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
