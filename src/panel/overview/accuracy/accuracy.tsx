import { useState } from 'preact/hooks';
import type { AccuracyFigure } from '../../../shared/findings/figures';
import { RadioGroup } from '../../explanation/parts/radio-group';
import { fill } from '../../wording/format';
import { useOverviewPage, type OverviewPageState } from '../context';
import type { MeasuredAgainst } from '../state/overview-state';
import { ByClass } from './by-class';
import { CalibrationPart } from './calibration-part';
import { Confusion } from './confusion';
import { LabelMeaning } from './label-meaning';
import { Slices } from './slices';
import { Threshold } from './threshold';
import { errsMostText } from './wording';

/** How right the predictions are: against the file's labels, a person's reviews, or two people's. */
export function Accuracy() {
  const page = useOverviewPage();
  const { strings, say, overview, layout } = page;
  const { accuracy: words } = strings;
  const counts = overview.figures.measurable;
  const [asked, setAsked] = useState<MeasuredAgainst>();
  const first = (['file', 'reviews', 'both'] as const).find((each) => counts[each] > 0);
  const against = asked !== undefined && counts[asked] > 0 ? asked : first;
  if (!against) return <NoLabels />;
  const figure = overview.figures.accuracy(against);
  const names = { file: words.againstFile, reviews: words.againstReviews, both: words.againstBoth };
  const options = (['file', 'reviews', 'both'] as const)
    .filter((each) => each !== 'both' || counts.both > 0)
    .map((value) => ({ value, label: fill(names[value], say.count(counts[value])) }));
  return (
    <>
      <div class="row against">
        <b>{words.against}</b>
        <RadioGroup label={words.against} value={against} options={options} onChange={setAsked} />
        <span class="space" />
        {against === 'file' && <LabelMeaning />}
      </div>
      {against === 'reviews' && <p class="sub">{words.notRandom}</p>}
      {!figure || figure.compared === 0 ? (
        <p class="section">{words.noneShown}</p>
      ) : (
        <>
          <div class="columns section" style={{ gridTemplateColumns: gridOf(layout.mode) }}>
            <Confusion {...{ figure, against }} />
            <CalibrationPart figure={figure} />
            <ByClass figure={figure} />
          </div>
          <div
            class="columns section"
            style={{
              gridTemplateColumns: layout.mode === 'wide' ? 'minmax(0, 380px) minmax(0, 1fr)' : 'minmax(0, 1fr)',
              columnGap: '48px',
            }}
          >
            <Threshold figure={figure} />
            <Slices {...{ figure, against }} />
          </div>
        </>
      )}
    </>
  );
}

function gridOf(mode: 'wide' | 'middle' | 'narrow'): string {
  return mode === 'wide' ? 'minmax(0, 500px) minmax(0, 364px) minmax(200px, 1fr)' : 'minmax(0, 1fr)';
}

/** The sentence under the heading while this view is open. */
export function accuracyLead(
  figure: AccuracyFigure,
  against: MeasuredAgainst,
  { strings, say, overview }: OverviewPageState,
): string {
  const { accuracy: words } = strings;
  const template = { file: words.lead, reviews: words.leadReviews, both: words.leadBoth }[against];
  const { rows, of } = figure.accuracy;
  const lead = fill(
    template,
    say.count(rows),
    say.count(of),
    say.share(figure.accuracy.value),
    say.interval(figure.accuracy, 1),
    figure.macroF1.toFixed(2),
  );
  const worst = overview.figures.slices(against).at(0);
  return worst ? lead + say.gap + errsMostText(worst, strings, say) : lead;
}

/** Stands where nothing can be compared: why not, and what to do. */
function NoLabels() {
  const { strings, say, overview, host, info, review } = useOverviewPage();
  const { accuracy: words } = strings;
  const unknown = overview.figures.unknownLabels;
  return (
    <div class="state">
      <p class="b">{words.none}</p>
      <p>{words.noneNote}</p>
      {unknown.length > 0 && (
        <p>{fill(words.unknown, say.list(unknown.slice(0, 8).map((each) => fill(strings.quoted, each))))}</p>
      )}
      <p class="acts">
        {info.known && <button onClick={() => host.chooseLabels()}>{words.chooseColumn}</button>}
        {unknown.length > 0 && <LabelMeaning />}
        <button onClick={() => review('random')}>{words.reviewRandom}</button>
      </p>
    </div>
  );
}
