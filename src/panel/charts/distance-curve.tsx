import { usePage } from '../explanation/page-context';
import type { ShownExplanation } from '../wording/reading';
import { isNameable } from '../wording/nameable-words';
import { moves } from '../wording/sentences';
import { wordValues } from '../wording/word-values';
import { Turnings, type WordPlaces, type TurningMark } from './along';
import { bundles } from './bundles';
import { Hits } from './hits';
import { peaks } from './peaks';
import { axisOver } from './scale';
import { polyline, Svg, Text, type Point } from './svg';
import { WordAxis, wordAxisHeight } from './word-axis';
import { GridLines } from './grid-lines';

const TOP = 12;

interface DistanceCurveProps {
  readonly shown: ShownExplanation;
  readonly place: WordPlaces;
  readonly marks: readonly TurningMark[];
  readonly finding: string;
  /** The words stand below the last chart of the section. */
  readonly worded: boolean;
}

/** How far the state still is from where it ends, after each word: from 100 % (the empty text) down to 0. */
export function DistanceCurve({ shown, place, marks, finding, worded }: DistanceCurveProps) {
  const { strings, measure, layout } = usePage();
  const { words } = shown;
  const { left, right, width, column, x } = place;
  const distances = words.map(({ distance }) => 100 * (distance ?? 1));
  const moved = moves(shown);
  const height = layout.mode === 'narrow' ? 120 : 144;
  const bottom = TOP + height;
  const axis = axisOver([...distances, 100], [bottom, TOP], { most: 2 });
  const start: Point[] = moved ? [[left, axis.at(100)]] : [];
  const points = distances.map((distance, index): Point => [x(index), axis.at(distance)]);
  // A point is not labelled with a punctuation mark.
  const sayable = moved?.map((move, index) => (isNameable(words[index]) ? move : 0)) ?? [];
  const named = moved
    ? peaks(sayable, { most: layout.mode === 'narrow' ? 3 : 5, gap: 44, at: x, wide: (i) => measure(words[i].text) })
    : [];
  const wordAxis = { words, column, x, top: bottom + 8, width, measure };
  return (
    <>
      <Svg width={width} height={worded ? bottom + 8 + wordAxisHeight(wordAxis) : bottom + 4} label={finding}>
        <GridLines axis={axis} left={left} right={width - right} />
        <Turnings {...{ marks, place, bottom }} top={TOP} />
        <path class="ln fg" d={polyline([...start, ...points])} />
        {named.map((index) => {
          const [px, py] = points[index];
          const room = px + 6 + measure(words[index].text) <= width;
          return (
            <g key={index}>
              <circle class="dot" cx={px} cy={py} r={2.5} />
              <Text class="halo" anchor={room ? 'start' : 'end'} x={room ? px + 6 : px - 2} y={py - (room ? 2 : 8)}>
                {words[index].text}
              </Text>
            </g>
          );
        })}
        {worded && <WordAxis {...wordAxis} first={strings.firstWord} last={strings.lastWord} />}
      </Svg>
      <Hits
        label={finding}
        hits={bundles(words.length, column * words.length, moved).map(({ first, count, word }) => ({
          word,
          x: x(first) - column / 2,
          y: TOP - 4,
          width: column * count,
          height: height + 8,
          label: `${words[word].text}: ${wordValues(shown, word, strings).join(', ')}`,
        }))}
      />
    </>
  );
}
