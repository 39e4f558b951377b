import { useState } from 'preact/hooks';
import type { AccuracyFigure, ThresholdPoint } from '../../../shared/findings/figures';
import { fill } from '../../wording/format';
import { useOverviewPage } from '../context';
import { Figure } from '../parts/figure';

const FIRST = 0.7;

/** The share of rows and the accuracy that remain if only predictions above a chosen confidence are used. */
export function Threshold({ figure }: { readonly figure: AccuracyFigure }) {
  const { strings, say, overview, review } = useOverviewPage();
  const { accuracy: words } = strings;
  const { thresholds, compared, labels } = figure;
  const least = Math.floor(100 / Math.max(2, labels.length));
  const [asked, setAsked] = useState(Math.round(FIRST * 100));
  const point = nearest(thresholds, asked / 100);
  const table = () => ({
    head: [words.thresholdName, words.rows, words.accuracy, words.interval],
    numeric: [true, true, true, true],
    rows: thresholds.map(({ threshold, kept, accuracy }) => [
      say.bare(threshold),
      say.count(kept),
      accuracy ? say.bare(accuracy.value, 1) : '–',
      accuracy ? say.interval(accuracy, 1) : '–',
    ]),
  });
  const left = compared - (point?.kept ?? 0);
  const said = point && sentence(point);
  function sentence({ threshold, kept, accuracy }: ThresholdPoint): string {
    const at = say.percent(threshold);
    if (!accuracy) return fill(words.thresholdNone, at);
    if (kept === compared) return fill(words.thresholdAll, at, say.count(kept), say.share(accuracy.value));
    return fill(
      words.thresholdFound,
      at,
      say.count(kept),
      say.percent(kept / compared),
      say.share(accuracy.value),
      say.count(left),
    );
  }
  const place = ((asked - least) / (100 - least)) * 100;
  return (
    <Figure id="threshold" name={words.threshold} finding={<p role="status">{said}</p>} table={table}>
      <div class="slider">
        <input
          type="range"
          min={least}
          max={100}
          step={1}
          value={asked}
          aria-label={words.thresholdName}
          aria-valuetext={said}
          style={{ '--place': `${place}%` }}
          onInput={(event) => setAsked(Number(event.currentTarget.value))}
        />
        <div class="ticks sm" aria-hidden="true">
          <span class="m">{least}</span>
          <b style={{ left: `${place}%` }}>{asked}</b>
          <span class="m">100</span>
        </div>
        <p class="sub">{words.thresholdName}</p>
      </div>
      {point && left > 0 && (
        <p class="acts">
          <button
            onClick={() => {
              overview.add({ kind: 'confidence', from: 0, to: Math.max(0, point.threshold - 0.0001) });
              review('priority');
            }}
          >
            {fill(words.reviewThese, say.count(left))}
          </button>
        </p>
      )}
    </Figure>
  );
}

const nearest = (points: readonly ThresholdPoint[], wanted: number): ThresholdPoint | undefined =>
  points.reduce<ThresholdPoint | undefined>(
    (best, each) => (best && Math.abs(best.threshold - wanted) <= Math.abs(each.threshold - wanted) ? best : each),
    undefined,
  );
