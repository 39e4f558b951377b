import type { ComponentChildren } from 'preact';

interface SvgProps {
  readonly width: number;
  readonly height: number;
  /** What the chart shows, as a sentence. */
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A picture to screen readers; what can be pointed at lies over it as `Hits`. */
export function Svg({ width, height, label, children }: SvgProps) {
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {children}
    </svg>
  );
}

interface TextProps {
  readonly x: number;
  readonly y: number;
  readonly class?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly children: string;
}

export function Text({ x, y, class: name, anchor = 'start', children }: TextProps) {
  return (
    <text x={x} y={y} class={name} text-anchor={anchor}>
      {children}
    </text>
  );
}

export function SvgLine({
  from,
  to,
  class: name,
}: {
  readonly from: Point;
  readonly to: Point;
  readonly class: string;
}) {
  return <path class={name} d={`M${from.join(' ')}L${to.join(' ')}`} />;
}

export type Point = readonly [x: number, y: number];

export function polyline(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}`;
}
