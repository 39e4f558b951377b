import type { CardFacts } from '../../shared/protocol/panel';
import { usePage } from '../explanation/page-context';
import { axisOver } from './scale';
import { spread } from './spread';
import { polyline, Svg, Text, type Point } from './svg';
import { GridLines } from './grid-lines';

const LEFT = 36;
const HEIGHT = 96;
const TOP = 8;

interface HistoryCurveProps {
  readonly history: CardFacts['history'];
  readonly width: number;
  readonly finding: string;
}

/** The losses after each pass over the training texts. */
export function HistoryCurve({ history, width, finding }: HistoryCurveProps) {
  const { strings, measure } = usePage();
  const names = [strings.loss, strings.validationLoss];
  const right = width - Math.ceil(Math.max(...names.map((name) => measure(name)))) - 12;
  const bottom = TOP + HEIGHT;
  const lines = [history.map(({ loss }) => loss), history.map(({ validationLoss }) => validationLoss)];
  const axis = axisOver(lines.flat(), [bottom, TOP], { most: 3 });
  const x = (pass: number) => LEFT + ((right - LEFT) * (pass + 0.5)) / history.length;
  const named = spread(
    lines.map((line) => axis.at(line[line.length - 1])),
    16,
    [TOP + 4, bottom],
  );
  const every = Math.ceil(history.length / Math.max(1, Math.floor((right - LEFT) / 28)));
  return (
    <Svg width={width} height={bottom + 36} label={finding}>
      <GridLines axis={axis} left={LEFT} right={right} />
      {history.map(({ epoch }, pass) =>
        pass % every === 0 ? (
          <Text key={epoch} class="m" anchor="middle" x={x(pass)} y={bottom + 16}>
            {String(epoch)}
          </Text>
        ) : null,
      )}
      <Text class="m" anchor="end" x={right} y={bottom + 32}>
        {strings.epoch}
      </Text>
      {lines.map((line, index) => {
        const points = line.map((value, pass): Point => [x(pass), axis.at(value)]);
        return (
          <g key={names[index]}>
            <path class="ln fg" stroke-dasharray={index === 0 ? '4 4' : undefined} d={polyline(points)} />
            {points.map(([px, py]) => (
              <circle key={px} class="dot" cx={px} cy={py} r={2.5} />
            ))}
            <Text x={right + 12} y={named[index] + 4} class={index === 0 ? 'm' : ''}>
              {names[index]}
            </Text>
          </g>
        );
      })}
    </Svg>
  );
}
