import type { Measure } from './measure';
import type { Axis } from './scale';
import { SvgLine, Text } from './svg';

interface ValueAxisProps {
  readonly axis: Axis;
  /** Grid lines run from here … */
  readonly top: number;
  /** … to here; the axis has its figures below. */
  readonly bottom: number;
  readonly title: string;
  readonly tick: (value: number, decimals: number) => string;
  readonly measure: Measure;
  /** The line at 0 starts this much higher than the grid. */
  readonly above?: number;
}

/** Grid lines with their figures below, and the title on their left, or under them where there is no room. */
export function ValueAxis({ axis, top, bottom, title, tick, measure, above = 0 }: ValueAxisProps) {
  const labelled = labelledTicks(axis, (value) => measure(tick(value, axis.decimals)));
  return (
    <>
      {axis.ticks.map((value) => (
        <SvgLine
          key={value}
          class={value === 0 ? 'axis' : 'grid'}
          from={[Math.round(axis.at(value)), value === 0 ? top - above : top]}
          to={[Math.round(axis.at(value)), bottom]}
        />
      ))}
      {labelled.map((value) => (
        <Text key={value} class="m" anchor="middle" x={axis.at(value)} y={bottom + 16}>
          {tick(value, axis.decimals)}
        </Text>
      ))}
      <Text class="m" x={0} y={bottom + (titleFits(axis, title, tick, measure) ? 16 : 32)}>
        {title}
      </Text>
    </>
  );
}

/** Height below `bottom`. */
export function axisHeight(props: Pick<ValueAxisProps, 'axis' | 'title' | 'tick' | 'measure'>): number {
  return titleFits(props.axis, props.title, props.tick, props.measure) ? 20 : 36;
}

function titleFits(axis: Axis, title: string, tick: ValueAxisProps['tick'], measure: Measure): boolean {
  if (title === '') return true;
  const first = axis.ticks[0];
  return measure(title) + 8 <= axis.at(first) - measure(tick(first, axis.decimals)) / 2;
}

/** Every tick, or every second, third … counted from 0, so that their figures stay apart. */
export function labelledTicks(axis: Axis, width: (value: number) => number): number[] {
  const zero = axis.ticks.indexOf(0);
  for (let every = 1; ; every++) {
    const some = axis.ticks.filter((_, index) => (index - zero) % every === 0);
    const apart = some.every((value, index) => {
      if (index === 0) return true;
      const before = some[index - 1];
      return axis.at(value) - axis.at(before) >= (width(value) + width(before)) / 2 + 8;
    });
    if (apart) return some;
  }
}
