import { useState } from 'preact/hooks';
import { nextIndex } from './hits';

/** A measured point of a curve: where it stands, and what was measured there. */
export interface CurveStop {
  readonly x: number;
  /** A line each. */
  readonly lines: readonly string[];
}

interface PointsProps {
  readonly points: readonly CurveStop[];
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
}

/** Points on a curve that can be pointed at or focused and then show what was measured there. */
export function Points({ points, label, from, to, top, height }: PointsProps) {
  const [current, setCurrent] = useState(0);
  const [shown, show] = useState<number | undefined>(undefined);
  const stop = Math.min(current, points.length - 1);
  const edge = (at: number) => (at < 0 ? from : at >= points.length - 1 ? to : (points[at].x + points[at + 1].x) / 2);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, stop, points.length);
    if (next === undefined) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).querySelectorAll('button')[next].focus();
  };
  const tip = shown === undefined ? undefined : points[shown];
  return (
    <div class="hits" role="group" aria-label={label} onKeyDown={onKeyDown} onPointerLeave={() => show(undefined)}>
      {points.map((point, index) => (
        <button
          key={point.x}
          class="hit"
          tabIndex={index === stop ? 0 : -1}
          aria-label={point.lines.join(', ')}
          onFocus={() => (setCurrent(index), show(index))}
          onBlur={() => show(undefined)}
          onPointerEnter={() => show(index)}
          style={{
            left: `${edge(index - 1)}px`,
            top: `${top}px`,
            width: `${Math.max(1, edge(index) - edge(index - 1))}px`,
            height: `${height}px`,
          }}
        />
      ))}
      {tip && (
        <div
          class="tip inside"
          aria-hidden="true"
          style={{ left: `${Math.max(0, Math.min(tip.x + 8, to - 160))}px`, top: `${top + 8}px` }}
        >
          {tip.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      )}
    </div>
  );
}
