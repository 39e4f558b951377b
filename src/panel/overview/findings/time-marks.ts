import type { TimeFigure, TimeUnit } from '../../../shared/findings/figures';
import type { Condition, Filter } from '../../../shared/findings/filter';
import type { OverviewStrings } from '../../../shared/strings/overview-page';
import { fill, spaced } from '../../wording/format';
import type { TimeMark } from '../charts/time-chart';
import type { BrushedSpan } from '../charts/use-brush';
import { monthOf, quarterOf, yearOf, type Wording } from '../wording';

/** Points of time with their names; the year stands where it begins. */
export function timeMarks(
  { points, unit }: TimeFigure,
  strings: OverviewStrings,
  say: Wording,
  language: string,
): TimeMark[] {
  const short = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'short' });
  let year: number | undefined;
  return points.map((figure) => {
    const here = yearOf(figure.from);
    const isNew = here !== year;
    year = here;
    return {
      name: say.period(figure.from, unit),
      tick: tickOf(figure.from, unit, isNew, short, strings, say),
      strong: isNew,
      figure,
    };
  });
}

function tickOf(
  day: number,
  unit: TimeUnit,
  isNew: boolean,
  short: Intl.DateTimeFormat,
  strings: OverviewStrings,
  say: Wording,
): string {
  switch (unit) {
    case 'day':
    case 'week':
      return say.day(day);
    case 'month':
      return isNew || monthOf(day) === 0 ? say.period(day, 'month') : spaced(short.format(day * 86_400_000));
    case 'quarter':
      return fill(strings.findings.quarterName, quarterOf(day), yearOf(day));
    case 'year':
      return String(yearOf(day));
  }
}

export const periodOf = (filter: Filter) =>
  filter.find((each): each is Extract<Condition, { readonly kind: 'period' }> => each.kind === 'period');

/** Which points a period covers; undefined: none, or all. */
export function spanOf(filter: Filter, { points }: TimeFigure): BrushedSpan | undefined {
  const period = periodOf(filter);
  if (!period) return undefined;
  const inside = points.flatMap(({ from, to }, index) => (to >= period.from && from <= period.to ? [index] : []));
  return inside.length > 0 ? [inside[0], inside[inside.length - 1]] : undefined;
}

/** The period of some points. */
export const periodFor = ({ points }: TimeFigure, [from, to]: BrushedSpan): Condition => ({
  kind: 'period',
  from: points[from].from,
  to: points[to].to,
});
