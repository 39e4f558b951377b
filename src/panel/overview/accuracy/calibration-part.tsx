import type { AccuracyFigure, CalibrationBin } from '../../../shared/findings/figures';
import { fill } from '../../wording/format';
import { Calibration } from '../charts/calibration';
import { useOverviewPage, type OverviewPageState } from '../context';
import { Figure } from '../parts/figure';

/** Up to the first bound the calibration error is called negligible, up to the second slight. */
const [NONE, SLIGHT] = [0.01, 0.03];

/** Is the confidence right? */
export function CalibrationPart({ figure }: { readonly figure: AccuracyFigure }) {
  const page = useOverviewPage();
  const { strings, say, layout, measure } = page;
  const { accuracy: words } = strings;
  const { calibration, labels } = figure;
  const bins = calibration.filter(({ rows }) => rows > 0);
  const table = () => ({
    head: [words.confidence, words.rows, words.accuracy, words.interval],
    numeric: [true, true, true, true],
    rows: bins.map(({ confidence, rows, accuracy }) => [
      say.bare(confidence, 1),
      say.count(rows),
      say.bare(accuracy.value, 1),
      say.interval(accuracy, 1),
    ]),
  });
  const finding = calibrationFinding(bins, figure, page);
  return (
    <Figure id="calibration" name={words.calibration} note={finding} table={table}>
      <div class="chart">
        <Calibration
          width={Math.min(364, layout.content)}
          points={bins}
          least={1 / Math.max(2, labels.length)}
          measure={measure}
          words={{
            name: words.calibration + say.gap + finding,
            up: words.accuracyAxis,
            along: words.confidenceAxis,
            perfect: words.perfect,
          }}
        />
      </div>
    </Figure>
  );
}

function calibrationFinding(
  bins: readonly CalibrationBin[],
  { calibrationError }: AccuracyFigure,
  { strings, say }: OverviewPageState,
): string {
  const { accuracy: words } = strings;
  const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
  const surplus = bins.reduce((sum, bin) => sum + (bin.rows / rows) * (bin.confidence - bin.accuracy.value), 0);
  const error = calibrationError.toFixed(3);
  const direction =
    surplus > 0
      ? calibrationError <= SLIGHT
        ? words.slightlyOver
        : words.over
      : calibrationError <= SLIGHT
        ? words.slightlyUnder
        : words.under;
  const summary = fill(calibrationError <= NONE ? words.calibrated : direction, error);
  const most = bins.reduce<CalibrationBin | undefined>((a, b) => (a && a.rows >= b.rows ? a : b), undefined);
  return most
    ? fill(words.calibrationFound, say.percent(most.confidence), say.share(most.accuracy.value)) + say.gap + summary
    : summary;
}
