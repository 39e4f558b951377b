import { OWN_COLUMNS } from '../../findings/store/result-row';
import { fill } from '../wording/format';
import { useOverviewPage, type OverviewPageState } from './context';
import { meaningParts } from './accuracy/wording';
import { periodOf } from './findings/time-marks';
import { PopoverMenu, type PopoverItem } from './parts/menu';
import type { RowsProgress } from './use-overview';

interface HeadProps {
  readonly progress: RowsProgress;
  readonly onShare: () => void;
  readonly onKeys: () => void;
}

/** The head of the page: which results these are, the actions on them, and the main figure. */
export function OverviewHead({ progress, onShare, onKeys }: HeadProps) {
  const page = useOverviewPage();
  const { strings, say, host, overview, info } = page;
  const items: PopoverItem[] = [
    { label: strings.compare, run: () => host.compareWith() },
    ...(overview.figures.against?.kind === 'rest' && periodOf(overview.filter)
      ? [{ label: strings.findings.withBefore, run: () => overview.compareWithBefore() }]
      : []),
    ...(info.known ? [{ label: strings.saveCopy, run: () => host.saveCopy() }] : []),
    ...(overview.reviews.size > 0 ? [{ label: strings.exportTraining, run: () => host.exportTraining() }] : []),
    ...(info.known ? [{ label: strings.measureFaithfulness, run: () => host.measure() }] : []),
    { label: strings.keys, note: '?', run: onKeys },
  ];
  const damaged = overview.store.rows - overview.figures.whole.rows;
  return (
    <>
      <div class="meta sm">
        <span class="m texts">{subtitleParts(page).join(' · ')}</span>
        <span class="acts">
          {info.known && (
            <button onClick={() => host.runAgain()}>{info.partial ? strings.goOn : strings.runAgain}</button>
          )}
          <button class="primary" onClick={onShare} disabled={overview.figures.whole.rows === 0}>
            {strings.share}
          </button>
          <PopoverMenu class="more" align="end" label="⋯" name={strings.more} items={items} />
        </span>
      </div>
      <h1>{headline(page, progress)}</h1>
      {damaged > 0 && !progress.isReading && (
        <p>
          <button class="link" onClick={() => overview.showRows([{ kind: 'damaged' }])}>
            {damaged === 1 ? strings.errorsOne : fill(strings.errorsMany, say.count(damaged))}
          </button>
        </p>
      )}
      {info.partial && !progress.isReading && <p class="b">{strings.partial}</p>}
    </>
  );
}

/** File, columns, how labels are read, models, when. */
function subtitleParts(page: OverviewPageState): string[] {
  const { strings, say, info, overview } = page;
  const { record } = info;
  const columns = record?.columns ?? {};
  const meaning = meaningParts(overview, strings, say).join(strings.semicolon);
  const named = (model: string) => say.value(OWN_COLUMNS.model, model);
  const models = record
    ? record.models.map(({ name, version }) => [named(name), version].filter(Boolean).join(' '))
    : modelsOf(page).map(named);
  return [
    record && record.sources.length > 0
      ? record.sources.length === 1
        ? record.sources[0]
        : `${record.sources[0]} +${say.count(record.sources.length - 1)}`
      : info.name,
    ...(columns.text === undefined ? [] : [fill(strings.textColumn, columns.text)]),
    ...(columns.date === undefined ? [] : [fill(strings.dateColumn, columns.date)]),
    ...(columns.label === undefined
      ? []
      : [
          meaning === ''
            ? fill(strings.labelColumnOnly, columns.label)
            : fill(strings.labelColumn, columns.label, meaning),
        ]),
    ...(models.length > 0 ? [fill(strings.models, models.join(strings.comma))] : []),
    ...(record
      ? [
          record.seconds === undefined
            ? fill(strings.runOn, say.date(record.date))
            : fill(strings.runOnFor, say.date(record.date), say.count(Math.round(record.seconds))),
        ]
      : []),
  ];
}

const modelsOf = ({ overview }: OverviewPageState): readonly string[] =>
  overview.store.column(OWN_COLUMNS.model)?.values ?? [];

/** `20,000 rows, 61 % positive`: the sentiment with the most rows. */
function headline(page: OverviewPageState, { isReading, whole, problem }: RowsProgress): string {
  const { strings, say, overview } = page;
  const all = overview.figures.whole;
  const { rows } = overview.store;
  if (rows === 0) return isReading ? strings.counting : problem === undefined ? strings.headEmpty : page.info.name;
  if (all.rows === 0) return fill(strings.headNone, say.count(rows));
  const tone = (['positive', 'negative', 'neutral'] as const).reduce((a, b) => (all[a].rows >= all[b].rows ? a : b));
  const share = say.percent(all[tone].value);
  const label = strings.findings[tone];
  if (isReading && whole !== undefined && whole > rows)
    return fill(strings.headReading, say.count(rows), say.count(whole), share, label);
  if (isReading) return fill(strings.headReadingSome, say.count(rows), share, label);
  return rows === 1 ? fill(strings.headOne, share, label) : fill(strings.headMany, say.count(rows), share, label);
}
