import type { Tone } from '../../../shared/tone';
import { NO_LABEL, NO_VALUE } from '../../../shared/findings/piece';
import { isLanguage, type Language } from '../../../shared/languages';
import type { Reason } from '../../../shared/overview';
import type { RowStore } from '../../../findings/store/row-store';
import { OWN_COLUMNS } from '../../../findings/store/result-row';
import type { MarkedPhrase } from '../parts/marked';

/** A row as it is shown: in lists, in the reading pane, and in the review. */
export interface OverviewRow {
  /** Its place in the store. */
  readonly index: number;
  /** In the results, from 1. */
  readonly number: number;
  readonly line: number;
  readonly file: string;
  /** Of a row that could not be annotated: why. */
  readonly text: string;
  readonly marks: readonly MarkedPhrase[];
  readonly language: Language;
  /** Undefined: it could not be annotated. */
  readonly label: string | undefined;
  readonly tone: Tone;
  readonly confidence: number;
  readonly second: { readonly label: string; readonly probability: number } | undefined;
  readonly day: number | undefined;
  /** As it stands in the file, and what it means where that is understood. */
  readonly given: string | undefined;
  readonly meant: string | undefined;
  readonly reasons: readonly Reason[];
}

/** Makes a row for display out of the store. */
export function overviewRow(
  store: RowStore,
  index: number,
  rowError = (sentence: string): string => sentence,
): OverviewRow {
  const damaged = store.isDamaged(index);
  const prediction = store.predictions.values[index];
  const second = store.secondLabels.values[index];
  const code = store.givenCodes.values[index];
  const given = code === NO_VALUE ? undefined : store.given[code];
  const meant = given !== undefined && Object.hasOwn(store.meaning, given) ? store.meaning[given] : undefined;
  const language = valueOf(store, OWN_COLUMNS.language, index);
  const label = damaged ? undefined : store.labels[prediction];
  const reasons = damaged ? [] : store.reasonsOf(index);
  return {
    index,
    number: store.numbers.values[index],
    line: store.lines.values[index],
    file: valueOf(store, OWN_COLUMNS.file, index),
    text: damaged ? rowError(store.text(index)) : store.text(index),
    marks: damaged ? [] : store.highlights(index).filter(({ step }) => step > 0),
    language: isLanguage(language) ? language : 'en',
    label,
    tone: damaged ? 'neutral' : store.toneOf(prediction),
    confidence: store.confidences.values[index] / 10_000,
    second:
      damaged || second === NO_LABEL
        ? undefined
        : { label: store.labels[second], probability: store.seconds.values[index] / 10_000 },
    day: store.day(index),
    given,
    meant,
    reasons: meant !== undefined && label !== undefined && meant !== label ? ['wrong', ...reasons] : reasons,
  };
}

/** What stands in a column; empty: nothing. */
export function valueOf(store: RowStore, name: string, index: number): string {
  const column = store.column(name);
  return column ? store.value(column, index) : '';
}
