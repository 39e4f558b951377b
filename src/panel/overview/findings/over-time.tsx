import { useState } from 'preact/hooks';
import type { TimeFigure, TimeUnit } from '../../../shared/findings/figures';
import { RadioGroup } from '../../explanation/parts/radio-group';
import { fill } from '../../wording/format';
import { TimeChart, type TimeMark } from '../charts/time-chart';
import { useOverviewPage } from '../context';
import { withCondition } from '../filters/change-filter';
import { Figure } from '../parts/figure';
import { Waiting } from '../parts/waiting';
import { periodFor, periodOf, spanOf, timeMarks } from './time-marks';

const UNITS: readonly TimeUnit[] = ['day', 'week', 'month', 'quarter'];
/** A unit with more points than this is not offered: the chart could not show them. */
const MOST_POINTS = 1_500;
const DAYS = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** How shares or counts changed; a period is chosen on the chart itself. */
export function OverTime() {
  const { strings, overview } = useOverviewPage();
  const [unit, setUnit] = useState<TimeUnit>();
  if (!overview.figures.hasDates) return <NoDates />;
  const figure = overview.figures.time(unit);
  if (!figure) return <Waiting name={strings.findings.overTime} />;
  if (figure.points.length < 2) {
    const { findings: words } = strings;
    return (
      <section class="part">
        <h2>{words.overTime}</h2>
        <p>{fill(words.oneDate, words[figure.unit].toLowerCase())}</p>
        <Unread figure={figure} />
      </section>
    );
  }
  return <Times figure={figure} onUnit={setUnit} />;
}

function Times({ figure, onUnit }: { readonly figure: TimeFigure; readonly onUnit: (unit: TimeUnit) => void }) {
  const { strings, say, overview, layout, measure, language } = useOverviewPage();
  const { findings: words } = strings;
  const [of, setOf] = useState<'share' | 'count'>('share');
  const { unit, change } = figure;
  const marks = timeMarks(figure, strings, say, language);
  const selected = spanOf(overview.filter, figure);
  const [first, last] = [figure.points[0].from, figure.points[figure.points.length - 1].to];
  const possible = UNITS.filter((each) => each === unit || (last - first + 1) / DAYS[each] <= MOST_POINTS);
  const table = () => ({
    head: [
      words[unit],
      words.rows,
      words.negative,
      strings.percent.replace('{0}', ''),
      words.interval,
      words.positive,
      strings.percent.replace('{0}', ''),
      words.interval,
    ],
    numeric: [false, true, true, true, true, true, true, true],
    rows: marks.map(({ name, figure: { rows, negative, positive } }) => [
      name,
      say.count(rows),
      say.count(negative.rows),
      say.bare(negative.value, 1),
      say.interval(negative, 1),
      say.count(positive.rows),
      say.bare(positive.value, 1),
      say.interval(positive, 1),
    ]),
  });
  const tools = (
    <>
      <RadioGroup
        label={words.unit}
        value={unit}
        options={possible.map((value) => ({ value, label: words[value] }))}
        onChange={onUnit}
      />
      <RadioGroup
        label={words.measure}
        value={of}
        options={[
          { value: 'share', label: words.share },
          { value: 'count', label: words.count },
        ]}
        onChange={setOf}
      />
    </>
  );
  const note = (
    <>
      {of === 'share' ? words.overTimeShare : words.overTimeCount}
      <span data-page-only> · {words.dragNote}</span>
    </>
  );
  const sayPoint = ({ name, figure: { rows, positive, negative } }: TimeMark) =>
    fill(
      words.point,
      name,
      say.share(positive.value),
      say.interval(positive, 1),
      say.share(negative.value),
      say.interval(negative, 1),
      say.count(rows),
    );
  return (
    <Figure id="time" name={words.overTime} {...{ note, tools, table }}>
      <TimeChart
        {...{ of, measure, selected }}
        width={layout.content}
        points={marks}
        onSelect={(span) => {
          const period = periodOf(overview.filter);
          if (span) overview.setFilter(withCondition(overview.filter, periodFor(figure, span)));
          else overview.setFilter(overview.filter.filter((each) => each !== period));
        }}
        change={
          change?.certain ? { at: change.at, text: fill(words.largestChange, say.period(change.day, unit)) } : undefined
        }
        now={overview.figures.sentiments}
        words={{
          name: `${words.overTime}. ${words.timeKeys}`,
          positive: words.positive,
          negative: words.negative,
          rows: words.rowsA[unit],
          selected: selected ? fill(words.selected[unit], say.count(selected[1] - selected[0] + 1)) : '',
          percent: say.share,
          count: say.count,
          say: sayPoint,
        }}
      />
      <Unread figure={figure} />
    </Figure>
  );
}

/** A note on the dates that could not be used. */
function Unread({ figure: { unreadable, undated, order } }: { readonly figure: TimeFigure }) {
  const { strings, say } = useOverviewPage();
  const { findings: words } = strings;
  const said = [
    unreadable.first &&
      fill(
        unreadable.rows === 1 ? words.unreadableOne : words.unreadable,
        say.count(unreadable.rows),
        say.count(unreadable.first.row),
        unreadable.first.written,
      ),
    undated > 0 && fill(undated === 1 ? words.undatedOne : words.undated, say.count(undated)),
    order && !order.sure && (order.dayFirst ? words.dayFirst : words.monthFirst),
  ].filter((each) => typeof each === 'string');
  return said.length > 0 ? <p class="sub">{said.join(say.gap)}</p> : null;
}

/** Stands where there are no dates: names the columns that could be used. */
function NoDates() {
  const { strings, say, overview } = useOverviewPage();
  const { findings: words } = strings;
  const columns = overview.figures.dateColumns;
  const quoted = columns.map((name) => fill(strings.quoted, name));
  return (
    <section class="part">
      <h2>{words.overTime}</h2>
      <div class="state">
        <p class="b">{words.noDates}</p>
        <p>{columns.length > 0 ? fill(words.noDatesSome, say.list(quoted)) : words.noDatesNone}</p>
        {columns.length > 0 && (
          <p class="acts">
            {columns.map((name) => (
              <button key={name} onClick={() => overview.useDates(name)}>
                {fill(words.useColumn, name)}
              </button>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}
