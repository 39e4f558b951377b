const DEEPEST = 4;
const MOST_FIELDS = 200;

/** What stands at a dotted path: a key that has a point in its own name is found as it is. Own keys only. */
export function valueAt(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, path)) return (value as Record<string, unknown>)[path];
  const point = path.indexOf('.');
  if (point < 0 || !Object.hasOwn(value, path.slice(0, point))) return undefined;
  return valueAt((value as Record<string, unknown>)[path.slice(0, point)], path.slice(point + 1));
}

/** The texts and numbers of a value by their dotted paths, near the top. */
export function fieldsOf(value: unknown): Map<string, string> {
  const fields = new Map<string, string>();
  gather(value, '', 0, fields);
  return fields;
}

function gather(value: unknown, path: string, depth: number, fields: Map<string, string>): void {
  if (fields.size >= MOST_FIELDS) return;
  if (path !== '' && (typeof value === 'string' || typeof value === 'number')) fields.set(path, String(value));
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === DEEPEST) return;
  for (const [key, inner] of Object.entries(value)) {
    gather(inner, path === '' ? key : `${path}.${key}`, depth + 1, fields);
  }
}
