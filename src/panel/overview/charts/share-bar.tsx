import type { Sentiments } from '../../../shared/findings/figures';
import { Svg, SvgLine } from '../../charts/svg';

interface ShareBarProps {
  readonly width: number;
  readonly shares: Sentiments;
  /** Vertical lines: the shares that it is compared with. */
  readonly reference?: Sentiments;
  readonly label: string;
}

const HEIGHT = 20;
/** A share of 100 % fills a little less than the whole side, so that a vertical line at its end has room. */
const ROOM = 1.03;
/** The interval is drawn only for fewer rows than this. */
export const FEW_ROWS = 30;

/** Two classes on one bar: negative to the left of the zero line, positive to its right. */
export function ShareBar({ width, shares, reference, label }: ShareBarProps) {
  const zero = Math.round(width / 2);
  const at = (share: number) => zero + (share * (width / 2)) / ROOM;
  const { negative, positive } = shares;
  return (
    <Svg width={width} height={HEIGHT} label={label}>
      <rect class="negative" x={at(-negative.value)} y={6} width={zero - at(-negative.value)} height={8} />
      <rect class="positive" x={zero} y={6} width={at(positive.value) - zero} height={8} />
      {shares.rows < FEW_ROWS && <path class="whisker" d={`M${at(-negative.low)} 10H${at(-negative.high)}`} />}
      {shares.rows < FEW_ROWS && <path class="whisker" d={`M${at(positive.low)} 10H${at(positive.high)}`} />}
      {reference && <path class="reference" d={`M${at(-reference.negative.value).toFixed(1)} 2V18`} />}
      {reference && <path class="reference" d={`M${at(reference.positive.value).toFixed(1)} 2V18`} />}
      <SvgLine class="axis" from={[zero, 0]} to={[zero, HEIGHT]} />
    </Svg>
  );
}
