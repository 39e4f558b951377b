import type { Axis } from './scale';
import { SvgLine, Text } from './svg';

interface GridLinesProps {
  readonly axis: Axis;
  readonly left: number;
  readonly right: number;
  /** A tick as it is printed; left out: with the decimals that the axis needs. */
  readonly figure?: (value: number) => string;
}

/** Horizontal grid lines of an upright axis, each with its figure on the left; the lowest is the axis of the chart. */
export function GridLines({ axis, left, right, figure = (value) => value.toFixed(axis.decimals) }: GridLinesProps) {
  return (
    <>
      {axis.ticks.map((value, index) => (
        <g key={value}>
          <SvgLine class={index === 0 ? 'axis' : 'grid'} from={[left, axis.at(value)]} to={[right, axis.at(value)]} />
          <Text class="m" anchor="end" x={left - 8} y={axis.at(value) + 4}>
            {figure(value)}
          </Text>
        </g>
      ))}
    </>
  );
}
