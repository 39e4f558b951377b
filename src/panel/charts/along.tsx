import type { PageLayout } from '../explanation/layout';
import { SvgLine, Text } from './svg';
import type { Measure } from './measure';

/** Where the words of a text stand in the charts below one another that run along it: all share one x. */
export interface WordPlaces {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** Pixels per word. */
  readonly column: number;
  /** Middle of a word's column. */
  readonly x: (word: number) => number;
}

/** Room for the names of rows on the left and of lines on the right; a narrow page has them above or below. */
export function wordPlaces(words: number, layout: PageLayout): WordPlaces {
  const narrow = layout.mode === 'narrow';
  const [left, right] = narrow ? [32, 8] : [72, 112];
  const column = (layout.content - left - right) / words;
  return { width: layout.content, left, right, column, x: (word) => left + column * (word + 0.5) };
}

/** A word at which the prediction turned, and the note about it. */
export interface TurningMark {
  readonly word: number;
  readonly label: string;
}

const ROW = 16;

/** Height of the labels above the first chart: one below the other, so that none covers another. */
export function turningHeight(marks: readonly TurningMark[]): number {
  return ROW * marks.length + (marks.length > 0 ? 4 : 0);
}

interface TurningsProps {
  readonly marks: readonly TurningMark[];
  readonly place: WordPlaces;
  readonly top: number;
  readonly bottom: number;
  /** Only the first chart has the labels, and its lines start below them. */
  readonly labelled?: { readonly measure: Measure };
}

/** Dashed verticals through all charts of the section. */
export function Turnings({ marks, place, top, bottom, labelled }: TurningsProps) {
  return (
    <>
      {marks.map(({ word, label }, row) => {
        const x = Math.round(place.x(word));
        const width = labelled ? labelled.measure(label) : 0;
        const start = Math.max(0, Math.min(x + 4, place.width - width));
        return (
          <g key={word}>
            <SvgLine class="mark" from={[x, labelled ? ROW * row + 4 : top]} to={[x, bottom]} />
            {labelled && (
              <Text class="halo" x={start} y={ROW * row + 12}>
                {label}
              </Text>
            )}
          </g>
        );
      })}
    </>
  );
}
