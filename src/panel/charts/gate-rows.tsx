import type { LayerTrace } from '../../shared/studies';
import { usePage } from '../explanation/page-context';
import { fixed } from '../wording/format';
import type { ShownExplanation } from '../wording/reading';
import { Turnings, type WordPlaces, type TurningMark } from './along';
import { bundles, type Bundle } from './bundles';
import { Hits } from './hits';
import { Svg, Text } from './svg';
import { WordAxis, wordAxisHeight } from './word-axis';

interface GateRowsProps {
  readonly shown: ShownExplanation;
  readonly layer: LayerTrace;
  readonly place: WordPlaces;
  readonly marks: readonly TurningMark[];
  readonly finding: string;
}

interface Row {
  readonly name: string;
  readonly values: readonly number[];
  /** The value that is drawn darkest. */
  readonly most: number;
}

/** Grey, because a gate is not for or against anything: how dark a value from 0 to 1 is drawn. */
export function gateOpacity(value: number): number {
  return Number((0.04 + 0.86 * value ** 2).toFixed(3));
}

/** Words × gates: what each gate did at each word, on average over its units, and how long the cell's vector was. */
export function GateRows({ shown, layer, place, marks, finding }: GateRowsProps) {
  const { strings, measure, layout } = usePage();
  const { words } = shown;
  const narrow = layout.mode === 'narrow';
  const rows: readonly Row[] = [
    { name: strings.gateInput, values: layer.input, most: 1 },
    { name: strings.gateForget, values: layer.forget, most: 1 },
    { name: strings.gateOutput, values: layer.output, most: 1 },
    { name: strings.gateCell, values: layer.cellNorm, most: Math.max(...layer.cellNorm) || 1 },
  ];
  const [pitch, cell] = narrow ? [36, 16] : [20, 20];
  const bottom = rows.length * pitch + 4;
  const columns = bundles(words.length, place.column * words.length, undefined);
  const wordAxis = { words, column: place.column, x: place.x, top: bottom + 8, width: place.width, measure };
  const right = place.width - place.right;
  // A box of its own: above it, in the same figure, stand the choice of the layer and the key.
  return (
    <div class="plot">
      <Svg width={place.width} height={bottom + 8 + wordAxisHeight(wordAxis)} label={finding}>
        {rows.map(({ name, values, most }, index) => {
          const top = index * pitch + (narrow ? 18 : 0);
          const average = `${strings.gateMean} ${fixed(mean(values), most === 1 ? 2 : 1)}`;
          return (
            <g key={name}>
              <Text x={narrow ? 0 : place.left - 8} anchor={narrow ? 'start' : 'end'} y={narrow ? top - 4 : top + 14}>
                {name}
              </Text>
              {columns.map((bundle) => (
                <rect
                  key={bundle.first}
                  class="cell"
                  x={place.x(bundle.first) - place.column / 2}
                  y={top}
                  width={Math.max(0.5, place.column * bundle.count - (place.column >= 8 ? 1 : 0))}
                  height={cell - 1}
                  fill-opacity={gateOpacity(meanOf(values, bundle) / most)}
                />
              ))}
              <Text
                class="m"
                anchor={narrow ? 'end' : 'start'}
                x={narrow ? right : right + 8}
                y={narrow ? top - 4 : top + 14}
              >
                {average}
              </Text>
            </g>
          );
        })}
        <Turnings {...{ marks, place, bottom }} top={narrow ? 18 : 0} />
        <WordAxis {...wordAxis} first={strings.firstWord} last={strings.lastWord} />
      </Svg>
      <Hits
        label={finding}
        hits={columns.map(({ first, count, word }) => {
          const tip = rows.map(({ name, values, most }) => `${name} ${fixed(values[word], most === 1 ? 2 : 1)}`);
          return {
            word,
            x: place.x(first) - place.column / 2,
            y: narrow ? 18 : 0,
            width: place.column * count,
            height: (rows.length - 1) * pitch + cell,
            label: `${words[word].text}: ${tip.join(', ')}`,
            tip,
          };
        })}
      />
    </div>
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanOf(values: readonly number[], { first, count }: Bundle): number {
  return mean(values.slice(first, first + count));
}
