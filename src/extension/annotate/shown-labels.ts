import type { Degree } from '../../records/labels/degree';
import type { ReadOptions } from '../../records/reading';
import type { SavedView } from '../../shared/protocol/overview';

type Meanings = Readonly<Record<string, string>>;

/**
 * How the files are read with the labels that the overview shows: the column that a person chose there, and what its labels
 * mean. There, a label that has no meaning is left out.
 *
 * @param understood what the run understood, as written → label
 */
export function withShownLabels(
  reading: ReadOptions,
  understood: Meanings = {},
  { labels: column, meaning }: Pick<SavedView, 'labels' | 'meaning'> = {},
): ReadOptions {
  const shown = column === undefined ? reading : { ...reading, fields: { ...reading.fields, label: column } };
  if (!meaning) return shown;
  const before = [...Object.keys(understood), ...Object.keys(reading.labels ?? {})];
  const left = before.map((value) => [written(value), ''] as const);
  const meant = Object.entries(meaning).map(([value, label]) => [written(value), label as Degree] as const);
  return { ...shown, labels: Object.fromEntries([...left, ...meant]) };
}

/** As `ReadOptions` has labels. */
const written = (value: string): string => value.trim().toLowerCase();
