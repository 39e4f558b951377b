import type { GroupCount, Overview } from '../../shared/overview';
import { fill } from '../wording/format';
import { ChartFigure } from './chart-figure';
import { useOverviewPage, type OverviewPageState } from './context';

/** Categories that are drawn; the table has all of them. */
const DRAWN = 20;

/** What part of each category's rows has which label: a bar of all its rows, with the share of the best label beside it. */
export function Groups({ overview }: { readonly overview: Overview }) {
  const { strings, say } = useOverviewPage();
  const { labels, groups = [] } = overview;
  const best = labels.length - 1;
  const table = () => ({
    head: [strings.group, strings.rows, ...labels.map(({ label }) => say.label(label))],
    numeric: [false, true, ...labels.map(() => true)],
    rows: groups.map(({ group, rows, byLabel }) => [group, say.count(rows), ...byLabel.map(say.count)]),
  });
  return (
    <ChartFigure heading={undefined} name={strings.byGroup} table={table}>
      <ul class="groups">
        {groups.slice(0, DRAWN).map((group) => (
          <li key={group.group}>
            <span class="name">{group.group}</span>
            <span class="num">{say.count(group.rows)}</span>
            <span class="stack" role="img" aria-label={sharesOf(group, overview, say)}>
              {[...labels.entries()].reverse().map(([index, { label, tone }]) => {
                const share = group.byLabel[index] / group.rows;
                return share > 0 && <i key={label} class={tone} style={{ width: `${(100 * share).toFixed(2)}%` }} />;
              })}
            </span>
            <span class="num m">
              {say.percent(group.byLabel[best] / group.rows)} {say.label(labels[best].label)}
            </span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

function sharesOf({ rows, byLabel }: GroupCount, { labels }: Overview, say: OverviewPageState['say']): string {
  return labels.map(({ label }, index) => `${say.label(label)} ${say.percent(byLabel[index] / rows)}`).join(', ');
}

/** Which of the larger categories is the best and which the worst. */
export function groupsFinding(
  { labels, groups = [] }: Overview,
  { strings, say }: OverviewPageState,
): string | undefined {
  const best = labels.length - 1;
  const share = ({ byLabel, rows }: GroupCount) => byLabel[best] / rows;
  const large = groups.filter(({ rows }) => rows >= Math.max(5, groups[0].rows / 20));
  const sorted = [...large].sort((a, b) => share(b) - share(a));
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (!first || !last || say.percent(share(first)) === say.percent(share(last))) return undefined;
  const label = say.label(labels[best].label);
  return fill(
    strings.byGroupFound,
    first.group,
    label,
    say.percent(share(first)),
    last.group,
    say.percent(share(last)),
  );
}
