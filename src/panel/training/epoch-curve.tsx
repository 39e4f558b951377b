import { axisOfSteps, niceStep, type Axis } from '../charts/scale';
import { spread } from '../charts/spread';
import { polyline, Svg, SvgLine, Text, type Point } from '../charts/svg';
import { fixed } from '../wording/format';
import { useTrainingPage } from './context';
import { GridLines } from '../charts/grid-lines';

export interface CurveLine {
  readonly name: string;
  readonly points: readonly { readonly epoch: number; readonly value: number }[];
  readonly style: 'solid' | 'dashed';
  readonly dots?: boolean;
}

interface EpochCurveProps {
  /** For screen readers. */
  readonly name: string;
  readonly lines: readonly CurveLine[];
  /** A value from before, dotted. */
  readonly reference?: { readonly name: string; readonly value: number };
  readonly epochs: number;
  /** How far the run has come, in epochs. */
  readonly now: number;
  readonly decimals: number;
  /** The largest value that is possible. */
  readonly most?: number;
}

const TOP = 12;
const HEIGHT = 140;
const GAP = 16;

/** Figures over epochs, each line named at its end. In grey: these are not sentiments. */
export function EpochCurve({ name, lines, reference, epochs, now, decimals, most }: EpochCurveProps) {
  const { strings, layout, measure } = useTrainingPage();
  const width = layout.column;
  const drawn = lines.filter(({ points }) => points.length > 0);
  const ends = [
    ...drawn.map(({ name, points, style }) => ({
      name,
      value: points[points.length - 1].value,
      bold: style === 'solid',
    })),
    ...(reference ? [{ ...reference, bold: false }] : []),
  ].map((end) => ({ ...end, text: `${end.name} ${fixed(end.value, decimals)}` }));
  const axis = axisAround(
    [...drawn.flatMap(({ points }) => points.map(({ value }) => value)), ...(reference ? [reference.value] : [])],
    most,
  );
  const left = Math.ceil(Math.max(...axis.ticks.map((value) => measure(value.toFixed(axis.decimals))))) + 10;
  const right = width - Math.ceil(Math.max(0, ...ends.map(({ text, bold }) => measure(text, bold)))) - 10;
  const bottom = TOP + HEIGHT;
  const x = (epoch: number) => left + ((right - left) * epoch) / Math.max(1, epochs);
  const named = spread(
    ends.map(({ value }) => axis.at(value)),
    GAP,
    [TOP + 4, bottom],
  );
  const every = Math.ceil(epochs / Math.max(1, Math.floor((right - left) / 28)));
  const marks = Array.from({ length: epochs + 1 }, (_, epoch) => epoch).filter((epoch) => epoch % every === 0);
  return (
    <Svg width={width} height={bottom + 36} label={`${name}: ${ends.map(({ text }) => text).join(strings.comma)}`}>
      <GridLines {...{ axis, left, right }} />
      {marks.map((epoch) => (
        <Text key={epoch} class="m" anchor="middle" x={x(epoch)} y={bottom + 16}>
          {String(epoch)}
        </Text>
      ))}
      <Text class="m" anchor="end" x={right} y={bottom + 32}>
        {strings.running.epochAxis}
      </Text>
      <SvgLine class="mark" from={[Math.round(x(now)), TOP]} to={[Math.round(x(now)), bottom]} />
      {reference && (
        <SvgLine
          class="mark"
          from={[left, Math.round(axis.at(reference.value))]}
          to={[right, Math.round(axis.at(reference.value))]}
        />
      )}
      {drawn.map(({ name, points, style, dots }) => {
        const places = points.map(({ epoch, value }): Point => [x(epoch), axis.at(value)]);
        return (
          <g key={name}>
            {places.length > 1 && (
              <path
                class={style === 'solid' ? 'ln' : 'ln mut'}
                stroke-dasharray={style === 'solid' ? undefined : '4 4'}
                d={polyline(places)}
              />
            )}
            {(style === 'solid' || places.length === 1) &&
              (dots !== false || places.length === 1) &&
              places.map(([px, py]) => <circle key={px} class="dot" cx={px} cy={py} r={2.5} />)}
          </g>
        );
      })}
      {ends.map(({ name, text, bold }, index) => (
        <Text key={name} class={bold ? 'b' : 'm'} x={right + 10} y={named[index] + 4}>
          {text}
        </Text>
      ))}
    </Svg>
  );
}

/** An axis that just covers the values: it begins and ends at a tick, and need not begin at 0. */
function axisAround(values: readonly number[], most = Infinity): Axis {
  const low = Math.min(...values, most === Infinity ? 0 : most);
  const high = Math.max(...values, low + 1e-3);
  const step = niceStep(Math.max(high - low, most === Infinity ? 0.1 : 10) / 4);
  const from = Math.max(0, Math.floor(low / step - 1e-9));
  const to = Math.min(Math.ceil(high / step - 1e-9), Math.round(most / step));
  return axisOfSteps(from, Math.max(from + 1, to), step, [TOP + HEIGHT, TOP]);
}
