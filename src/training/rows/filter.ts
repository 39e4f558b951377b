import { SaliencyError } from '../../shared/saliency-error';
import type { Row } from './row';

/** `posneg=true`: keeps rows whose field, as text, equals the value; `spans=*`: that have the field, not empty. */
export function rowFilter(conditions: readonly string[]): (row: Pick<Row, 'fields'>) => boolean {
  const pairs = conditions.map((condition) => {
    const at = condition.indexOf('=');
    if (at < 1) throw new SaliencyError(`A filter reads FIELD=VALUE; "${condition}" does not.`, 'usage');
    return [condition.slice(0, at), condition.slice(at + 1)] as const;
  });
  return ({ fields }) =>
    pairs.every(([field, value]) => {
      const found = String(fields[field] ?? '');
      return field in fields && (value === '*' ? found !== '' : found === value);
    });
}
