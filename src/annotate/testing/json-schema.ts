type Schema = Readonly<Record<string, unknown>>;

/** What a value breaks of a JSON Schema (draft 7, as far as ours uses it); undefined if it fits. */
export function schemaProblem(schema: Schema, value: unknown, root: Schema = schema, at = '$'): string | undefined {
  const check = (inner: unknown, of: unknown, where: string) => schemaProblem(inner as Schema, of, root, where);
  if (typeof schema.$ref === 'string') {
    const [, ...path] = schema.$ref.split('/');
    return check(
      path.reduce<unknown>((of, key) => (of as Schema)[key], root),
      value,
      at,
    );
  }
  if (Array.isArray(schema.anyOf)) {
    const problems = schema.anyOf.map((one) => check(one, value, at));
    return problems.includes(undefined) ? undefined : problems.join(' | ');
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return `${at} is none of ${schema.enum.join()}`;
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isA(String(type), value))) return `${at} is no ${types.join()}`;
  if (typeof schema.minimum === 'number' && (value as number) < schema.minimum) return `${at} is too small`;
  if (typeof schema.maximum === 'number' && (value as number) > schema.maximum) return `${at} is too large`;
  if (Array.isArray(value))
    return first(value.map((item, i) => schema.items && check(schema.items, item, `${at}[${i}]`)));
  return typeof value === 'object' && value !== null ? inObject(schema, value, root, at) : undefined;
}

function inObject(schema: Schema, value: object, root: Schema, at: string): string | undefined {
  const properties = (schema.properties ?? {}) as Schema;
  const missing = ((schema.required ?? []) as string[]).find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return `${at} lacks ${missing}`;
  return first(
    Object.entries(value).map(([key, inner]) => {
      const of = Object.hasOwn(properties, key) ? properties[key] : schema.additionalProperties;
      if (of === false) return `${at} must not have ${key}`;
      return of === undefined || of === true ? undefined : schemaProblem(of as Schema, inner, root, `${at}.${key}`);
    }),
  );
}

const first = (problems: readonly unknown[]): string | undefined =>
  problems.find((problem): problem is string => typeof problem === 'string');

function isA(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
