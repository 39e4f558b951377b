import type { TimeFigure, TimePoint } from '../../shared/findings/figures';
import { dateOf } from '../wording/numbers';
import type { Wording } from '../wording/wording';
import { escapedDirection } from './escaped-direction';

/** On paper and wide screens, and on phones. */
const WIDTHS = { wide: 682, thin: 340 };
const HEIGHT = 212;
const LEFT = 36;
const RIGHT = 112;
const TOP = 16;
const FLOOR = 148;
const COUNT_FLOOR = 190;
const COUNT_HEIGHT = 26;
/** Names on the axis stand at least so far apart. */
const TICK = 76;

/** Shares over time as an SVG, with bands, counts below, and the time since the change shaded; drawn anew for phones. */
export const timeChart = (time: TimeFigure, wording: Wording): string =>
  Object.entries(WIDTHS)
    .map(([name, width]) => `<div class="${name}">${drawn(time, wording, width)}</div>`)
    .join('');

function drawn({ points, unit, change }: TimeFigure, wording: Wording, whole: number): string {
  const width = whole - LEFT - RIGHT;
  const step = width / points.length;
  const top = Math.min(1, Math.ceil((maximum(points) + 0.02) * 5) / 5);
  const x = (at: number) => LEFT + (at + 0.5) * step;
  const y = (share: number) => FLOOR - (share / top) * (FLOOR - TOP);
  const grid = Array.from({ length: Math.round(top * 5) + 1 }, (_, i) => i / 5).map(
    (share) =>
      `<path class="${share === 0 ? 'axis' : 'grid'}" d="M${LEFT} ${r(y(share))}H${LEFT + width}"/><text class="mt" x="${LEFT - 8}" y="${r(y(share) + 4)}" text-anchor="end">${Math.round(100 * share)}</text>`,
  );
  const most = Math.max(1, ...points.map(({ rows }) => rows));
  const counts = points.map(({ rows }, at) => {
    const height = (rows / most) * COUNT_HEIGHT;
    return `<rect class="count" x="${r(LEFT + at * step + step * 0.03)}" y="${r(COUNT_FLOOR - height)}" width="${r(step * 0.94)}" height="${r(height)}"/>`;
  });
  // The points may be those of a group, which begin later than those among which the change was found.
  const since = change?.certain ? points.findIndex((point) => point.from >= change.day) : -1;
  const from = since < 0 ? undefined : LEFT + since * step;
  const shade =
    from === undefined
      ? ''
      : `<rect class="shade" x="${r(from)}" y="${TOP - 4}" width="${r(LEFT + width - from)}" height="${COUNT_FLOOR - TOP + 4}"/><path class="at" d="M${r(from)} ${TOP - 4}V${COUNT_FLOOR}"/>`;
  const words = wording.report;
  return `<svg viewBox="0 0 ${whole} ${HEIGHT}" width="${whole}" height="${HEIGHT}" role="img" aria-label="${escapedDirection(described(points, wording))}">${shade}${grid.join('')}${bands(points, x, y)}${lines(points, x, y)}${counts.join('')}<path class="axis" d="M${LEFT} ${COUNT_FLOOR}H${LEFT + width}"/>${ticks(points, step, unit, wording)}${ends(points, y, wording, whole)}<text class="mt" x="${LEFT + width + 12}" y="${COUNT_FLOOR - 8}">${escapedDirection(words.textsHead)}</text></svg>`;
}

type Tone = 'positive' | 'negative';
const TONES: readonly (readonly [Tone, string])[] = [
  ['positive', 'pos'],
  ['negative', 'neg'],
];
const r = (value: number): number => Math.round(value * 100) / 100;

const maximum = (points: readonly TimePoint[]): number =>
  points.reduce(
    (most, { positive, negative, rows }) => (rows < 5 ? most : Math.max(most, positive.high, negative.high)),
    0.2,
  );

/** Runs of points that have rows: a line does not cross a time without any. */
function runs(points: readonly TimePoint[]): number[][] {
  const found: number[][] = [];
  points.forEach(({ rows }, at) => {
    if (rows === 0) return;
    const last = found.at(-1);
    if (last && last.at(-1) === at - 1) last.push(at);
    else found.push([at]);
  });
  return found;
}

function lines(points: readonly TimePoint[], x: (at: number) => number, y: (share: number) => number): string {
  return TONES.flatMap(([tone, name]) =>
    runs(points).map((run) =>
      run.length === 1
        ? `<circle class="${name}" cx="${r(x(run[0]))}" cy="${r(y(points[run[0]][tone].value))}" r="3"/>`
        : `<path class="line ${name}" d="M${run.map((at) => `${r(x(at))} ${r(y(points[at][tone].value))}`).join('L')}"/>`,
    ),
  ).join('');
}

function bands(points: readonly TimePoint[], x: (at: number) => number, y: (share: number) => number): string {
  const inside = (share: number) => Math.max(TOP - 4, Math.min(FLOOR, y(share)));
  return TONES.flatMap(([tone, name]) =>
    runs(points).map((run) => {
      const high = run.map((at) => `${r(x(at))} ${r(inside(points[at][tone].high))}`);
      const low = [...run].reverse().map((at) => `${r(x(at))} ${r(inside(points[at][tone].low))}`);
      return `<path class="band ${name}" d="M${[...high, ...low].join('L')}Z"/>`;
    }),
  ).join('');
}

function ticks(points: readonly TimePoint[], step: number, unit: TimeFigure['unit'], wording: Wording): string {
  const every = Math.max(1, Math.ceil(TICK / step));
  const named: string[] = [];
  let year: number | undefined;
  for (let at = 0; at < points.length; at += every) {
    const its = dateOf(points[at].from).year;
    const text = wording.tick(points[at].from, unit, its !== year);
    year = its;
    named.push(`<text class="mt" x="${r(LEFT + at * step)}" y="${HEIGHT - 4}">${escapedDirection(text)}</text>`);
  }
  return named.join('');
}

/** Names at the right end, never on top of one another. */
function ends(points: readonly TimePoint[], y: (share: number) => number, wording: Wording, whole: number): string {
  const last = points.findLast(({ rows }) => rows > 0);
  if (!last) return '';
  const [positive, negative] = [y(last.positive.value), y(last.negative.value)];
  const gap = Math.max(0, 16 - Math.abs(positive - negative)) / 2;
  const places = {
    positive: positive + (positive <= negative ? -gap : gap),
    negative: negative + (positive <= negative ? gap : -gap),
  };
  return TONES.map(
    ([tone, name]) =>
      `<text class="${name} b" x="${whole - RIGHT + 12}" y="${r(places[tone] + 4)}">${escapedDirection(wording.label(tone))}</text><text x="${whole}" y="${r(places[tone] + 4)}" text-anchor="end">${escapedDirection(wording.percent(last[tone].value))}</text>`,
  ).join('');
}

const described = (points: readonly TimePoint[], wording: Wording): string => {
  const [first, last] = [points[0], points[points.length - 1]];
  return `${wording.label('positive')}: ${wording.percent(first.positive.value)} → ${wording.percent(last.positive.value)}`;
};
