import { weakestClass } from '../figures/weakest-class';
import { OWN_COLUMNS } from '../store/result-row';
import { NO_VALUE } from '../../shared/findings/piece';
import type { ReportFigures, ReportOptions } from './report-figures';

/** How the report was made, and what it cannot say: one sentence each. */
export function limitsOf(figures: ReportFigures, options: ReportOptions): string[] {
  const { accuracy, slices, time, damaged, sentiments } = figures;
  const { data, wording, run } = options;
  const { store, reviews } = data;
  const words = wording.report;
  const model = store.column(OWN_COLUMNS.model)?.values ?? [];
  const named = (name: string) => wording.value(OWN_COLUMNS.model, name);
  const models =
    run?.models.map(({ name, version }) => (version ? `${named(name)} ${version}` : named(name))) ?? model.map(named);
  const methods = wording.list((store.column(OWN_COLUMNS.method)?.values ?? []).map(wording.method));
  const meaning = meaningText(options);
  const other = store.column(OWN_COLUMNS.otherLanguage);
  const foreign = other ? figures.rows.filter((row) => other.codes.values[row] !== NO_VALUE).length : 0;
  const reviewed = [...reviews.values()].filter(({ label }) => label !== undefined).length;
  const weakest = accuracy && weakestClass(accuracy);
  return [
    ...(meaning === '' ? [] : [words.meaning(meaning)]),
    words.models(wording.list(models), methods),
    words.perText,
    ...(weakest
      ? [
          words.weakest(
            wording.label(weakest.label),
            wording.percent(weakest.found.value, 1),
            wording.range(weakest.found),
            wording.percent(weakest.others.value, 1),
          ),
        ]
      : []),
    ...slices.map(({ filter, accuracy: share, change }) => {
      const others = wording.percent(share.value - change.value, 1);
      return words.weakSlice(
        wording.condition(filter[0]),
        wording.percent(share.value, 1),
        wording.range(share),
        others,
      );
    }),
    ...(store.phraseKeys.length > 0 ? [words.notWriter] : []),
    ...(figures.aspects.length > 0 ? [words.aspectsNote] : []),
    ...(sentiments.rows > 0 ? [words.intervals] : []),
    ...(damaged > 0 ? [words.errors(damaged)] : []),
    ...timeLimits(time, sentiments.rows, options),
    ...(foreign > 0 ? [words.otherLanguages(foreign)] : []),
    ...(reviewed > 0 ? [words.reviewed(reviewed)] : []),
  ];
}

function timeLimits(time: ReportFigures['time'], rows: number, { wording, data }: ReportOptions): string[] {
  const words = wording.report;
  if (!time) return rows > 0 ? [words.noDates] : [];
  const { unreadable, undated, order } = time;
  return [
    ...(undated > 0 ? [words.undated(undated)] : []),
    ...(unreadable.rows > 0 && data.store.unreadable
      ? [words.unreadable(unreadable.rows, data.store.unreadable.row, data.store.unreadable.written)]
      : []),
    ...(order && !order.sure ? [words.dateOrder(order.dayFirst)] : []),
  ];
}

/** `4 and 5 = positive, 3 = neutral, …`, from good to bad; nothing where the file has no labels. */
function meaningText({ data, wording }: ReportOptions): string {
  const { meaning } = data.store;
  const byLabel = new Map<string, string[]>();
  for (const [written, label] of Object.entries(meaning)) byLabel.set(label, [...(byLabel.get(label) ?? []), written]);
  if (byLabel.size === 0) return '';
  const order = data.store.orderedLabels().reverse();
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...byLabel]
    .sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]))
    .map(([label, written]) => `${wording.list(written.sort(compare))} = ${wording.label(label)}`)
    .join(wording.report.partSeparator);
}
