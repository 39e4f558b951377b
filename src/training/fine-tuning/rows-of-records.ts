import type { FileReading, ReadOptions } from '../../records/reading';
import type { TrainingRow } from '../../shared/fine-tuning';
import { markedSpans } from '../../text/marked-spans';
import { textPairOf } from '../rows/encoded-texts';
import { labelKind, trainingRows, type RecordRow } from '../rows/record-rows';
import type { TrainingRows } from './fine-tuner';

/**
 * Training rows from records: labels as classes, as the five degrees, or as they are written.
 * @param addressOf gives the address under which the file of that name can be opened
 * @throws SaliencyError `unknown-labels` where only some labels are understood
 */
export function rowsOfRecords(
  rows: readonly RecordRow[],
  readings: readonly FileReading[],
  {
    labels,
    addressOf = () => undefined,
  }: { readonly labels?: ReadOptions['labels']; readonly addressOf?: (file: string) => string | undefined } = {},
): Pick<TrainingRows, 'rows' | 'withoutLabel' | 'otherLanguages'> {
  const own = rows.filter(({ otherLanguage }) => otherLanguage === undefined);
  // A label that the person declared meaningless counts as no label.
  const isNone = (given: string): boolean => labels?.[given.trim().toLowerCase()] === '';
  const labelled = own.filter(({ given }) => given !== undefined && !isNone(given));
  const kind =
    labelled.length > 0
      ? labelKind(
          labelled,
          readings,
          Object.values(labels ?? {}).some((of) => of !== ''),
        )
      : 'as written';
  const used = trainingRows(labelled, kind, readings).map((row, i): TrainingRow => {
    const spans = markedSpans(row).map(({ start, end }) => [start, end] as const);
    const pair = textPairOf(row);
    const { place } = labelled[i];
    const address = place && addressOf(place.file);
    return {
      text: row.text,
      label: row.label,
      ...(spans.length > 0 && { spans }),
      ...(pair !== undefined && { group: pair }),
      ...(place && { place: { ...place, ...(address !== undefined && { address }) } }),
    };
  });
  return { rows: used, withoutLabel: own.length - labelled.length, otherLanguages: rows.length - own.length };
}
