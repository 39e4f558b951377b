import type { CalibrationBin } from '../../../shared/findings/figures';
import type { Measure } from '../../charts/measure';
import { freePlace } from './free-place';
import { polyline, Svg, SvgLine, Text, type Point } from '../../charts/svg';

interface CalibrationProps {
  readonly width: number;
  readonly points: readonly CalibrationBin[];
  /** The least confidence that a prediction can have: one over the labels. */
  readonly least: number;
  readonly words: {
    readonly name: string;
    readonly up: string;
    readonly along: string;
    readonly perfect: string;
  };
  readonly measure: Measure;
}

const [LEFT, TOP, BOTTOM, ROWS, LINE] = [48, 24, 200, 14, 16];

/** Is the confidence right? Accuracy over confidence, with intervals, and how many rows each point stands for. */
export function Calibration({ width, points, least, words, measure }: CalibrationProps) {
  const right = width - 16;
  const low = Math.floor(Math.min(least, ...points.map(({ accuracy }) => accuracy.low)) * 10) / 10;
  const x = (share: number) => LEFT + ((right - LEFT) * (share - low)) / (1 - low);
  const y = (share: number) => BOTTOM - ((BOTTOM - TOP) * (share - low)) / (1 - low);
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].filter((tick) => tick >= low);
  const most = Math.max(1, ...points.map(({ rows }) => rows));
  const atPerfect = low + (1 - low) * 0.42;
  // Where there is no room for it on one line it stands on two, from the edge on.
  const fits = LEFT + measure(words.along) <= width;
  const along = fits ? [words.along] : words.along.split(/(?<=[;；])\s*/u);
  // Beside the diagonal, on a side where it covers no interval; else the dotted line stands without its name.
  const long = measure(words.perfect);
  const perfect = freePlace(
    [
      { anchor: 'end', from: x(atPerfect) - 10 - long, baseline: y(atPerfect) - 4 },
      { anchor: 'start', from: x(atPerfect) + 10, baseline: y(atPerfect) + 12 },
    ] as const,
    long,
    [LEFT, right],
    points.map(({ confidence, accuracy }) => ({ x: x(confidence), top: y(accuracy.high), bottom: y(accuracy.low) })),
  );
  return (
    <Svg width={width} height={254 + LINE * (along.length - 1)} label={words.name}>
      <Text class="m" x={0} y={8}>
        {words.up}
      </Text>
      {ticks.map((tick) => (
        <g key={tick}>
          <SvgLine class="grid" from={[LEFT, y(tick)]} to={[right, y(tick)]} />
          <Text class="m" anchor="end" x={LEFT - 8} y={y(tick) + 4}>
            {String(Math.round(tick * 100))}
          </Text>
          <Text class="m" anchor="middle" x={x(tick)} y={BOTTOM + 32}>
            {String(Math.round(tick * 100))}
          </Text>
        </g>
      ))}
      <SvgLine class="axis" from={[LEFT, BOTTOM]} to={[right, BOTTOM]} />
      <SvgLine class="axis" from={[LEFT, TOP]} to={[LEFT, BOTTOM]} />
      <path class="mark" d={`M${x(low)} ${y(low)}L${x(1)} ${y(1)}`} />
      {perfect && (
        <Text
          class="m halo"
          anchor={perfect.anchor}
          x={perfect.anchor === 'end' ? perfect.from + long : perfect.from}
          y={perfect.baseline}
        >
          {words.perfect}
        </Text>
      )}
      <path
        class="ln"
        d={polyline(points.map(({ confidence, accuracy }): Point => [x(confidence), y(accuracy.value)]))}
      />
      {points.map(({ confidence, accuracy, rows }) => (
        <g key={confidence}>
          <path class="whisker thin" d={`M${x(confidence)} ${y(accuracy.low)}V${y(accuracy.high)}`} />
          <circle class="dot" cx={x(confidence)} cy={y(accuracy.value)} r={3.5} />
          <rect
            class="bar"
            x={x(confidence) - 12}
            y={BOTTOM + 16 - Math.max(1, (ROWS * rows) / most)}
            width={24}
            height={Math.max(1, (ROWS * rows) / most)}
          />
        </g>
      ))}
      {along.map((line, at) => (
        <Text key={line} class="m" x={fits ? LEFT : 0} y={250 + LINE * at}>
          {line}
        </Text>
      ))}
    </Svg>
  );
}
