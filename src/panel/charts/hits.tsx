import { useState } from 'preact/hooks';

/** Where a word stands in a chart, in pixels of the chart. */
export interface Hit {
  /** Index of the word; of a phrase all of them, parted by spaces. */
  readonly word: number | string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The word and its values, for screen readers. */
  readonly label: string;
  /** What the chart shows at this word, one line each; left out: all that is known of the word. */
  readonly tip?: readonly string[];
}

/**
 * One button a word over a chart, which is a picture to screen readers. One tab stop; arrow keys, Home and End go from
 * word to word. What pointing and clicking do is the page's: it looks for `data-word`.
 */
export function Hits({ hits, label }: { readonly hits: readonly Hit[]; readonly label: string }) {
  const [current, setCurrent] = useState(0);
  const stop = Math.min(current, hits.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, stop, hits.length);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    const buttons = (event.currentTarget as HTMLElement).querySelectorAll('button');
    buttons[next].focus();
  };
  return (
    <div class="hits" role="group" aria-label={label} onKeyDown={onKeyDown}>
      {hits.map((hit, index) => (
        <button
          key={hit.word}
          class="hit"
          data-word={hit.word}
          data-tip={hit.tip?.join('\n')}
          tabIndex={index === stop ? 0 : -1}
          aria-label={hit.label}
          onFocus={() => setCurrent(index)}
          style={{ left: `${hit.x}px`, top: `${hit.y}px`, width: `${hit.width}px`, height: `${hit.height}px` }}
        />
      ))}
    </div>
  );
}

/** The index to which a key leads in a row of `count` items; undefined if the key does not move. */
export function nextIndex(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(count - 1, from + 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
