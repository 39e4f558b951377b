import type { TrainingRun } from '../../shared/protocol/training-page';
import type { TrainingStrings } from '../../shared/strings/training-page';
import { useTrainingPage } from './context';
import { EpochCurve, type CurveLine } from './epoch-curve';
import { TrainingFigure } from './training-figure';

/** Accuracy on held-out rows (solid) and general text (dashed); dotted: what it was before. */
export function AccuracyCurve({ run }: { readonly run: TrainingRun }) {
  const { strings, say } = useTrainingPage();
  const { running: words } = strings;
  const { points, before } = run;
  const of = (which: 'own' | 'general') =>
    points.flatMap(({ epoch, [which]: value }) => (value === undefined ? [] : [{ epoch, value: 100 * value }]));
  const lines: CurveLine[] = [
    { name: words.yours, points: of('own'), style: 'solid' },
    { name: words.general, points: of('general'), style: 'dashed' },
  ];
  const reference = before.own === undefined ? undefined : { name: words.beforeLine, value: 100 * before.own };
  const table = () => ({
    head: [words.epochAxis, words.yours, words.general],
    numeric: [true, true, true],
    rows: points.map(({ epoch, own, general }) => [
      epoch.toFixed(2),
      own === undefined ? '–' : say.figure(own),
      general === undefined ? '–' : say.figure(general),
    ]),
  });
  return (
    <TrainingFigure name={words.accuracy} note={noteOf(run, words)} table={table}>
      <EpochCurve
        name={words.accuracy}
        {...{ lines, reference }}
        epochs={run.epochs}
        now={nowOf(run)}
        decimals={1}
        most={100}
      />
    </TrainingFigure>
  );
}

/** What is drawn: where all rows are learnt from, one's own are measured at the end. */
function noteOf({ points, before }: TrainingRun, words: TrainingStrings['running']): string {
  if (points.length > 0 && points.every(({ own }) => own === undefined)) return words.accuracyNoteGeneral;
  return before.own === undefined ? words.accuracyNoteNew : words.accuracyNote;
}

/** Cross-entropy on held-out rows (solid) and on the rows that are trained on (dashed). */
export function LossCurve({ run }: { readonly run: TrainingRun }) {
  const { strings } = useTrainingPage();
  const { running: words } = strings;
  const { points, losses } = run;
  const held = points.flatMap(({ epoch, loss }) => (loss === undefined ? [] : [{ epoch, value: loss }]));
  const lines: CurveLine[] = [
    { name: words.heldOut, points: held, style: 'solid' },
    {
      name: words.training,
      points: losses.map(({ epoch, loss }) => ({ epoch, value: loss })),
      style: 'dashed',
      dots: false,
    },
  ];
  const table = () => ({
    head: [words.epochAxis, words.heldOut, words.training],
    numeric: [true, true, true],
    rows: [
      ...held.map(({ epoch, value }) => [epoch.toFixed(2), value.toFixed(3), '–']),
      ...losses.map(({ epoch, loss }) => [epoch.toFixed(2), '–', loss.toFixed(3)]),
    ],
  });
  return (
    <TrainingFigure name={words.loss} note={words.lossNote} table={table}>
      <EpochCurve name={words.loss} lines={lines} epochs={run.epochs} now={nowOf(run)} decimals={2} />
    </TrainingFigure>
  );
}

/** Where the run is, in epochs. */
function nowOf({ points, losses }: TrainingRun): number {
  return Math.max(0, ...points.map(({ epoch }) => epoch), ...losses.map(({ epoch }) => epoch));
}
