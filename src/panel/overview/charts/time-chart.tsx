import type { Sentiments, TimePoint } from '../../../shared/findings/figures';
import type { Measure } from '../../charts/measure';
import { axisOver, fixedAxis, type Axis } from '../../charts/scale';
import { spread } from '../../charts/spread';
import { polyline, Svg, SvgLine, Text, type Point } from '../../charts/svg';
import { useBrush, type BrushedSpan } from './use-brush';
import { GridLines } from '../../charts/grid-lines';

/** A point of time with its names. */
export interface TimeMark {
  /** `Jan 2023` … */
  readonly name: string;
  /** What stands under the axis, where there is room for it. */
  readonly tick: string;
  /** Whether the tick says more than its neighbours, as one that names the year. */
  readonly strong: boolean;
  readonly figure: TimePoint;
}

interface TimeChartProps {
  readonly width: number;
  readonly points: readonly TimeMark[];
  readonly of: 'share' | 'count';
  readonly selected: BrushedSpan | undefined;
  readonly onSelect: (span: BrushedSpan | undefined) => void;
  readonly change?: { readonly at: number; readonly text: string };
  readonly words: {
    /** The finding, and how a period is chosen. */
    readonly name: string;
    readonly positive: string;
    readonly negative: string;
    readonly rows: string;
    readonly selected: string;
    readonly percent: (share: number) => string;
    readonly count: (rows: number) => string;
    /** The tooltip of a point. */
    readonly say: (point: TimeMark) => string;
  };
  /** The figures of the visible rows, at the ends of the lines. */
  readonly now: Sentiments;
  readonly measure: Measure;
}

const [TOP, ZERO, FOOT, HEIGHT] = [16, 172, 212, 236];
const TALLEST = 28;

/** Shares or counts over time with their bands, rows below; a period is chosen by dragging or by Shift and arrows. */
export function TimeChart(props: TimeChartProps) {
  const { width, points, of, selected, onSelect, change, words, now, measure } = props;
  const isShare = of === 'share';
  const ends = [
    { text: words.positive, figure: isShare ? words.percent(now.positive.value) : words.count(now.positive.rows) },
    { text: words.negative, figure: isShare ? words.percent(now.negative.value) : words.count(now.negative.rows) },
  ];
  const gutter = Math.max(
    ...ends.map(({ text, figure }) => measure(text, true) + 12 + measure(figure)),
    measure(words.rows),
  );
  const isTight = width < 520;
  const right = isTight ? width - 4 : width - 12 - Math.ceil(gutter / 4) * 4;
  const left = 44;
  const step = (right - left) / points.length;
  const middle = (index: number) => left + step * (index + 0.5);
  const axis = axisOf(points, isShare);
  const brush = useBrush({ count: points.length, left, step, selected, onSelect });
  const most = Math.max(1, ...points.map(({ figure }) => figure.rows));
  const value = ({ figure }: TimeMark, side: 'positive' | 'negative') =>
    isShare ? figure[side].value : figure[side].rows;
  const filled = points.map((_, index) => index).filter((index) => points[index].figure.rows > 0);
  const line = (side: 'positive' | 'negative') =>
    filled.length > 0
      ? polyline(filled.map((index): Point => [middle(index), axis.at(value(points[index], side))]))
      : '';
  const band = (side: 'positive' | 'negative') => {
    const edge = (end: 'low' | 'high') =>
      filled.map((index): Point => [middle(index), axis.at(points[index].figure[side][end])]);
    return filled.length > 0 ? `${polyline([...edge('high'), ...edge('low').reverse()])}Z` : '';
  };
  const lastAt = filled[filled.length - 1] ?? 0;
  const wanted = (['positive', 'negative'] as const).map((side) =>
    axis.at(points.length > 0 ? value(points[lastAt], side) : 0),
  );
  const named = spread(wanted, 16, [TOP, ZERO]);
  const span = brush.span;
  const edges = span && ([left + step * span[0], left + step * (span[1] + 1)] as const);
  return (
    <div class="chart time" {...brush.area} aria-label={words.name}>
      <Svg width={width} height={HEIGHT} label={words.name}>
        <GridLines
          {...{ axis, left, right }}
          figure={(tick) => (isShare ? String(Math.round(tick * 100)) : words.count(tick))}
        />
        {isShare && <path class="shade positive" d={band('positive')} />}
        {isShare && <path class="shade negative" d={band('negative')} />}
        <path class="ln strong positive" d={line('positive')} />
        <path class="ln strong negative" stroke-dasharray="6 4" d={line('negative')} />
        {filled.length === 1 && (
          <>
            <circle class="positive" cx={middle(lastAt)} cy={wanted[0]} r={3} />
            <circle class="negative" cx={middle(lastAt)} cy={wanted[1]} r={3} />
          </>
        )}
        {points.map(({ figure: { rows } }, index) => {
          const height = rows === 0 ? 0 : Math.max(1, (TALLEST * rows) / most);
          return (
            <rect
              key={index}
              class="bar"
              x={left + step * index + (step > 4 ? 1 : 0)}
              y={FOOT - height}
              width={Math.max(0.5, step - (step > 4 ? 2 : 0))}
              height={height}
            />
          );
        })}
        <SvgLine class="axis" from={[left, FOOT]} to={[right, FOOT]} />
        {edges && (
          <>
            <rect class="faded" x={left} y={12} width={Math.max(0, edges[0] - left)} height={FOOT - 12} />
            <rect class="faded" x={edges[1]} y={12} width={Math.max(0, right - edges[1])} height={FOOT - 12} />
            <rect class="chosen" x={edges[0]} y={12} width={edges[1] - edges[0]} height={FOOT - 12} />
            {edges.map((x, index) => (
              <g key={index} class="handle">
                <SvgLine class="axis" from={[Math.round(x), 12]} to={[Math.round(x), FOOT]} />
                <rect x={Math.round(x) - 4} y={84} width={8} height={20} rx={1} />
                <path class="axis" d={`M${Math.round(x) - 1} 90V98M${Math.round(x) + 1} 90V98`} />
              </g>
            ))}
            <Selected x={edges} right={right} text={words.selected} measure={measure} />
          </>
        )}
        {change && <Change {...change} x={left + step * change.at} left={left} right={right} measure={measure} />}
        {brush.at !== undefined && (
          <SvgLine class="mark" from={[Math.round(middle(brush.at)), 12]} to={[Math.round(middle(brush.at)), FOOT]} />
        )}
        <Ticks {...{ points, middle, step, measure, left }} />
        {!isTight &&
          ends.map(({ text, figure }, index) => (
            <g key={text}>
              <Text class={`b ${index === 0 ? 'positive' : 'negative'}`} x={right + 12} y={named[index] + 4}>
                {text}
              </Text>
              <Text anchor="end" x={width} y={named[index] + 4}>
                {figure}
              </Text>
            </g>
          ))}
        {!isTight && (
          <Text class="m" x={right + 12} y={204}>
            {words.rows}
          </Text>
        )}
      </Svg>
      {isTight && (
        <p class="sm legend">
          {ends.map(({ text, figure }, index) => (
            <span key={text}>
              <b class={index === 0 ? 'positive' : 'negative'}>{text}</b> {figure}
            </span>
          ))}
          <span class="m">{words.rows}</span>
        </p>
      )}
      <p class="say sm m" role="status">
        {brush.at !== undefined && points[brush.at] ? words.say(points[brush.at]) : '\u00a0'}
      </p>
    </div>
  );
}

function axisOf(points: readonly TimeMark[], isShare: boolean): Axis {
  if (!isShare)
    return axisOver(
      points.flatMap(({ figure }) => [figure.negative.rows, figure.positive.rows]),
      [ZERO, TOP],
      { most: 4 },
    );
  const most = Math.max(
    0,
    ...points.flatMap(({ figure }) => (figure.rows > 0 ? [figure.negative.high, figure.positive.high] : [])),
  );
  return fixedAxis(Math.min(1, Math.max(0.2, Math.ceil(most * 5 - 1e-6) / 5)), 0.2, [ZERO, TOP]);
}

/** As many of the names below the axis as fit without touching. */
function Ticks({
  points,
  middle,
  step,
  measure,
  left,
}: {
  readonly points: readonly TimeMark[];
  readonly middle: (index: number) => number;
  readonly step: number;
  readonly measure: Measure;
  readonly left: number;
}) {
  const widest = Math.max(1, ...points.map(({ tick }) => measure(tick)));
  const least = (widest + 16) / step;
  const every = [1, 2, 3, 6, 12, 24, 48].find((each) => each >= least) ?? Math.ceil(least);
  let free = -Infinity;
  return (
    <>
      {points.map((point, index) => {
        const x = step > widest ? middle(index) - measure(point.tick) / 2 : left + step * index;
        if (index % every !== 0 || x < free) return null;
        free = x + measure(point.tick) + 12;
        return (
          <Text key={index} class={point.strong ? '' : 'm'} x={x} y={230}>
            {point.tick}
          </Text>
        );
      })}
    </>
  );
}

function Selected({
  x,
  right,
  text,
  measure,
}: {
  readonly x: readonly [number, number];
  readonly right: number;
  readonly text: string;
  readonly measure: Measure;
}) {
  const fits = x[1] - measure(text) - 8 > 44;
  return (
    <Text
      class="m halo"
      anchor={fits ? 'end' : 'start'}
      x={fits ? x[1] - 8 : Math.min(x[0] + 8, right - measure(text))}
      y={166}
    >
      {text}
    </Text>
  );
}

function Change({
  x,
  text,
  left,
  right,
  measure,
}: {
  readonly x: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly measure: Measure;
}) {
  const length = measure(text);
  const isRight = x + 8 + length > right;
  // Where there is room on neither side it ends at the edge.
  const at = !isRight ? x + 8 : x - 8 - length >= left ? x - 8 : right;
  return (
    <Text class="halo" anchor={isRight ? 'end' : 'start'} x={at} y={22}>
      {text}
    </Text>
  );
}
