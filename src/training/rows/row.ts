import { SaliencyError } from '../../shared/saliency-error';

/** One labelled text; `fields` are all the columns of its row. */
export interface Row {
  readonly text: string;
  readonly label: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Which columns hold what. */
export interface RowFields {
  readonly text: string;
  readonly label: string;
}

export const DEFAULT_FIELDS: RowFields = { text: 'text', label: 'label' };

/** A row from a record, or an error that says where the record stands and what it lacks. */
export function labelledRow(record: unknown, fields: RowFields, where: string): Row {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new SaliencyError(
      `${where}: a row must be an object with "${fields.text}" and "${fields.label}".`,
      'bad-row',
    );
  }
  const all = record as Readonly<Record<string, unknown>>;
  const text = all[fields.text];
  const label = all[fields.label];
  if (typeof text !== 'string') throw new SaliencyError(`${where}: there is no text in "${fields.text}".`, 'bad-row');
  if (typeof label !== 'string' && typeof label !== 'number') {
    throw new SaliencyError(`${where}: there is no label in "${fields.label}".`, 'bad-row');
  }
  return { text, label: String(label), fields: all };
}
