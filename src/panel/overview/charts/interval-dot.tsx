import type { Estimate } from '../../../shared/findings/figures';
import { Svg } from '../../charts/svg';

interface IntervalDotProps {
  readonly width: number;
  readonly share: Estimate;
  readonly from: number;
  readonly to: number;
  /** A dashed vertical line: the value that it is compared with. */
  readonly reference?: number;
  readonly label: string;
}

/** A share with its interval on a line. */
export function IntervalDot({ width, share, from, to, reference, label }: IntervalDotProps) {
  const at = (value: number) => 4 + ((width - 8) * (Math.min(to, Math.max(from, value)) - from)) / (to - from);
  return (
    <Svg width={width} height={20} label={label}>
      <path class="grid" d={`M0 10H${width}`} />
      {reference !== undefined && <path class="mark" d={`M${at(reference).toFixed(1)} 0V20`} />}
      <path class="whisker" d={`M${at(share.low).toFixed(1)} 10H${at(share.high).toFixed(1)}`} />
      <circle class="dot" cx={at(share.value)} cy={10} r={4} />
    </Svg>
  );
}
