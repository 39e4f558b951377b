import type { Field } from '../record';

const DEEPEST = 5;
const MOST_FIELDS = 200;
type Path = readonly (string | number)[];

/**
 * The texts, numbers and booleans of a value by their dotted paths, near the top. A list of one is what stands in it, a
 * list of words is its words; of other lists the first element is looked into. Own keys only.
 */
export function fieldsOf(value: unknown, root: Path = []): Map<string, Field> {
  const fields = new Map<string, Field>();
  gather(value, '', root, 0, fields);
  return fields;
}

function gather(value: unknown, name: string, path: Path, depth: number, fields: Map<string, Field>): void {
  if (fields.size >= MOST_FIELDS) return;
  if (isPlain(value)) {
    fields.set(name, { written: typeof value === 'string' ? readAnew(value) : value, path });
    return;
  }
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  if (Array.isArray(value)) return gatherList(value, name, path, depth, fields);
  // Feeds of the App Store and of Google wrap every text: {"label": "…", "attributes": {…}}.
  const wrapped =
    Object.hasOwn(value, 'label') && Object.keys(value).every((key) => key === 'label' || key === 'attributes');
  if (wrapped && name !== '' && isPlain((value as { label: unknown }).label)) {
    return gather((value as { label: unknown }).label, name, [...path, 'label'], depth, fields);
  }
  for (const [key, inner] of Object.entries(value)) {
    gather(inner, name === '' ? key : `${name}.${key}`, [...path, key], depth + 1, fields);
  }
}

/**
 * What Facebook, Instagram and Messenger hand out has each byte of UTF-8 as a character of its own (`cafÃ©`). A text of
 * such characters alone that is good UTF-8 was never meant otherwise.
 */
function readAnew(text: string): string {
  if (!/[\xc2-\xf4][\x80-\xbf]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (one) => one.charCodeAt(0)));
  } catch {
    return text;
  }
}

function gatherList(
  list: readonly unknown[],
  name: string,
  path: Path,
  depth: number,
  fields: Map<string, Field>,
): void {
  if (list.length === 0) return;
  if (list.length === 1) return gather(list[0], name, [...path, 0], depth + 1, fields);
  const plain = list.filter(isPlain);
  if (plain.length === list.length) {
    const joined = plain.slice(0, 50).map(String).join(', ');
    fields.set(name, { written: joined, path });
    return;
  }
  // Telegram writes a text as a list of strings and of objects with links and emphasis.
  const parts = list.map((part) => (typeof part === 'string' ? part : textOf(part)));
  if (list.some((part) => typeof part === 'string') && parts.every((part) => part !== undefined)) {
    fields.set(name, { written: parts.join(''), path });
    return;
  }
  gather(list[0], name, [...path, 0], depth + 1, fields);
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function textOf(part: unknown): string | undefined {
  const text: unknown =
    typeof part === 'object' && part !== null && Object.hasOwn(part, 'text')
      ? (part as { text: unknown }).text
      : undefined;
  return typeof text === 'string' ? text : undefined;
}
