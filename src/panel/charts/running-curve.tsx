import type { Trace } from '../../shared/studies';
import { usePage } from '../explanation/page-context';
import { labelName } from '../wording/names';
import type { ShownExplanation } from '../wording/reading';
import { inPercent } from '../wording/studies';
import { bestFirst } from '../wording/tables';
import { turningHeight, Turnings, type WordPlaces, type TurningMark } from './along';
import { bundles } from './bundles';
import { Hits } from './hits';
import { fixedAxis } from './scale';
import { spread } from './spread';
import { polyline, Svg, Text, type Point } from './svg';
import { WordAxis, wordAxisHeight } from './word-axis';
import { GridLines } from './grid-lines';

/** Dash patterns of the lines of other labels than the predicted one, so that they differ without colour. */
const DASHES = ['6 4', '1.5 3', '8 3 2 3', '3 3'];
const LABEL_GAP = 16;

interface RunningCurveProps {
  readonly shown: ShownExplanation;
  readonly trace: Trace;
  readonly place: WordPlaces;
  readonly marks: readonly TurningMark[];
  readonly finding: string;
  /** The words stand below the last chart of the section. */
  readonly worded: boolean;
}

/** The probability of each label after each word. */
export function RunningCurve({ shown, trace, place, marks, finding, worded }: RunningCurveProps) {
  const { strings, measure, layout } = usePage();
  const { words, view } = shown;
  const { label: predicted, probabilities } = view.explanation;
  const narrow = layout.mode === 'narrow';
  const top = turningHeight(marks) + 8;
  const bottom = top + (narrow ? 120 : 144);
  const axis = fixedAxis(100, 50, [bottom, top]);
  const labels = bestFirst(probabilities).map(([label]) => label);
  const others = labels.filter((label) => label !== predicted);
  const ends = labels.map((label) => axis.at(100 * trace.prefixes[trace.prefixes.length - 1].probabilities[label]));
  const named = spread(ends, LABEL_GAP, [top + 4, bottom]);
  const wordAxis = { words, column: place.column, x: place.x, top: bottom + 8, width: place.width, measure };
  const right = place.width - place.right;
  const at = new Map(trace.prefixes.map((prefix) => [prefix.words - 1, prefix.probabilities]));
  const said = (word: number) =>
    labels.map((label) => `${labelName(label, strings)} ${inPercent(at.get(word)![label], strings)}`);
  return (
    <>
      <Svg width={place.width} height={worded ? bottom + 8 + wordAxisHeight(wordAxis) : bottom + 4} label={finding}>
        <GridLines axis={axis} left={place.left} right={right} />
        <Turnings {...{ marks, place, top, bottom }} labelled={{ measure }} />
        {labels.map((label, index) => {
          const points = trace.prefixes.map((prefix): Point => [
            place.x(prefix.words - 1),
            axis.at(100 * prefix.probabilities[label]),
          ]);
          const dash = label === predicted ? undefined : DASHES[others.indexOf(label) % DASHES.length];
          const tone = view.tones[label];
          return (
            <g key={label}>
              {points.length > 1 && (
                <path class={`ln ${tone}${dash ? '' : ' strong'}`} d={polyline(points)} stroke-dasharray={dash} />
              )}
              {points.length === 1 && <circle class={tone} cx={points[0][0]} cy={points[0][1]} r={3} />}
              {!narrow && (
                <Text class={`halo ${tone} ${dash ? '' : 'b'}`} x={right + 8} y={named[index] + 4}>
                  {`${labelName(label, strings)} ${inPercent(probabilities[label], strings)}`}
                </Text>
              )}
            </g>
          );
        })}
        {worded && <WordAxis {...wordAxis} first={strings.firstWord} last={strings.lastWord} />}
      </Svg>
      {narrow && (
        <p class="legend" aria-hidden="true">
          {labels.map((label) => (
            <span key={label}>
              <svg width="20" height="8">
                <path
                  class={`ln ${view.tones[label]}${label === predicted ? ' strong' : ''}`}
                  d="M0 4H20"
                  stroke-dasharray={label === predicted ? undefined : DASHES[others.indexOf(label) % DASHES.length]}
                />
              </svg>
              {`${labelName(label, strings)} ${inPercent(probabilities[label], strings)}`}
            </span>
          ))}
        </p>
      )}
      <Hits
        label={finding}
        hits={bundles(words.length, place.column * words.length, undefined).flatMap(({ first, count }) => {
          const word = [...Array(count).keys()].map((step) => first + step).find((each) => at.has(each));
          if (word === undefined) return [];
          const tip = said(word);
          const label = `${words[word].text}: ${tip.join(', ')}`;
          const x = place.x(first) - place.column / 2;
          return [{ word, x, y: top, width: place.column * count, height: bottom - top, label, tip }];
        })}
      />
    </>
  );
}
