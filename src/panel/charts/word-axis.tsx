import type { ShownWord } from '../wording/reading';
import type { Measure } from './measure';
import { Text } from './svg';

interface WordAxisProps {
  readonly words: readonly ShownWord[];
  /** Pixels per word. */
  readonly column: number;
  /** Middle of a word's column. */
  readonly x: (index: number) => number;
  readonly top: number;
  readonly width: number;
  readonly measure: Measure;
}

/** Narrower columns name only the first and the last word. */
const NARROWEST = 14;
/** Longer words (addresses, say) would make the axis higher than its chart. */
const LONGEST = 120;
const CHARACTER = 14;

/** Every word below its column: Latin ones turned, Chinese ones stacked; or just where the text starts and ends. */
export function WordAxis({ first, last, ...props }: WordAxisProps & { readonly first: string; readonly last: string }) {
  const { words, x, top, width, column } = props;
  if (!namesAll(props)) {
    return (
      <>
        <Text class="m" x={x(0)} y={top + 12}>
          {first}
        </Text>
        {words.length > 1 && (
          <Text class="m" anchor="end" x={Math.min(width, x(words.length - 1) + column / 2)} y={top + 12}>
            {last}
          </Text>
        )}
      </>
    );
  }
  return (
    <>
      {words.map((word) => {
        const name = word.step >= 2 ? 'b' : 'm';
        const middle = x(word.index);
        return stacked(word.text) ? (
          [...word.text].map((character, part) => (
            <Text key={`${word.index}.${part}`} class={name} anchor="middle" x={middle} y={top + 11 + CHARACTER * part}>
              {character}
            </Text>
          ))
        ) : (
          <text
            key={word.index}
            class={name}
            text-anchor="end"
            transform={`translate(${(middle + 4).toFixed(2)} ${top})rotate(-90)`}
          >
            {word.text}
          </text>
        );
      })}
    </>
  );
}

export function wordAxisHeight(props: WordAxisProps): number {
  return namesAll(props) ? Math.ceil(longest(props) / 4) * 4 + 4 : 16;
}

function namesAll(props: WordAxisProps): boolean {
  return props.column >= NARROWEST && longest(props) <= LONGEST;
}

function longest({ words, measure }: WordAxisProps): number {
  return Math.max(...words.map(({ text }) => (stacked(text) ? CHARACTER * [...text].length : measure(text, true))));
}

/** Chinese is read downwards with ease; so is a single sign. */
function stacked(text: string): boolean {
  return /[\u2e80-\uffef]/.test(text) || [...text].length === 1;
}
