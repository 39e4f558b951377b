import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Figure } from '../../charts/figure';
import { nextIndex } from '../../charts/hits';
import { usePage } from '../page-context';
import type { PanelModel, ReadWord } from '../../wording/reading';
import { stripTable } from '../../wording/tables';
import { wordValues } from '../../wording/word-values';
import { dropOverlaps } from './drop-overlaps';
import { PhraseSum } from './phrase-sum';
import { StripKey } from './strip-key';
import { extended, usePhrase, type Phrase } from './use-phrase';
import { LANGUAGES } from '../../../shared/languages';

/** Longer texts scroll inside the strip; sooner where the page is narrow and the strip would be high. */
const SCROLLS = { wide: 1500, middle: 1500, narrow: 600 };
/** Marked words up to this length are never broken across lines. */
const UNBROKEN = 24;

interface StripProps {
  readonly reading: PanelModel;
  readonly phrase: Phrase | undefined;
  readonly onPhrase: (phrase: Phrase | undefined) => void;
}

/** The text itself, its words marked as in the editor; the figures of the stronger ones stand above them. */
export function MarkedText({ reading, phrase, onPhrase }: StripProps) {
  const { strings, layout } = usePage();
  const { text, language } = reading.view.explanation;
  const strip = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const marked = reading.words.filter(({ step }) => step > 0);
  const places = new Map(marked.map(({ index }, place) => [index, place]));
  useLayoutEffect(() => {
    if (strip.current) dropOverlaps(strip.current);
  }, [reading, layout]);

  const chosen = useRef(onPhrase);
  chosen.current = onPhrase;
  usePhrase(
    strip,
    useCallback((selected: Phrase) => chosen.current(selected), []),
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onPhrase(undefined);
    const focused = (event.target as HTMLElement).dataset.word;
    const longer =
      event.shiftKey && focused ? extended(phrase, Number(focused), event.key, reading.words.length) : undefined;
    if (longer) {
      event.preventDefault();
      return onPhrase(longer);
    }
    const next = nextIndex(event.key, Math.min(stop, marked.length - 1), marked.length);
    if (next === undefined || !focused) return;
    event.preventDefault();
    setStop(next);
    strip.current?.querySelector<HTMLElement>(`[data-word="${marked[next].index}"]`)?.focus();
  };

  const long = text.length > SCROLLS[layout.mode];
  const plain = marked.length === 0;
  return (
    <>
      <Figure
        id="strip"
        name={strings.textLabel}
        table={() => stripTable(reading, strings)}
        heading={plain ? undefined : <StripKey reading={reading} />}
        below
      >
        <div
          ref={strip}
          class={`strip${long ? ' long' : ''}${plain ? ' plain' : ''}`}
          lang={LANGUAGES[language].tag}
          role="group"
          aria-label={strings.textLabel}
          tabIndex={long ? 0 : undefined}
          onKeyDown={onKeyDown}
        >
          {pieces(reading.words, text).map((piece) => {
            if (typeof piece === 'string') return piece;
            const place = places.get(piece.index);
            if (place === undefined) {
              return (
                <span key={piece.index} class={within(phrase, piece.index) ? 'w in' : 'w'} data-word={piece.index}>
                  {piece.text}
                </span>
              );
            }
            return (
              <span
                key={piece.index}
                class={`${markClass(piece)}${within(phrase, piece.index) ? ' in' : ''}`}
                data-word={piece.index}
                role="button"
                tabIndex={place === Math.min(stop, marked.length - 1) ? 0 : -1}
                aria-label={`${piece.text}: ${wordValues(reading, piece.index, strings).join(', ')}`}
                onFocus={() => setStop(place)}
              >
                {piece.step >= 2 && (
                  // Drawn by the style sheet: no part of the text when it is read out or copied.
                  <span
                    class={`above ${piece.tone}`}
                    aria-hidden="true"
                    data-strength={Math.abs(piece.score)}
                    data-arrow={piece.direction === 'none' ? undefined : piece.direction === 'for' ? '▲' : '▼'}
                    data-figure={reading.unit.figure(Math.abs(piece.score)).replace('+', '')}
                  />
                )}
                {piece.text}
              </span>
            );
          })}
        </div>
      </Figure>
      <PhraseSum {...{ reading, phrase }} onClear={() => onPhrase(undefined)} />
    </>
  );
}

function within(phrase: Phrase | undefined, word: number): boolean {
  return phrase !== undefined && phrase.from <= word && word < phrase.to;
}

/** `w positive s3 ag`: as in the editor, solid for the target and dashed against it. */
function markClass({ tone, step, direction, text }: ReadWord): string {
  const against = direction === 'against' ? ' ag' : '';
  return `w ${tone} s${step}${against}${text.length > UNBROKEN ? '' : ' whole'}`;
}

/** Words and what stands between them, in text order. */
export function pieces(words: readonly ReadWord[], text: string): (ReadWord | string)[] {
  const all: (ReadWord | string)[] = [];
  let at = 0;
  for (const word of words) {
    if (word.start > at) all.push(text.slice(at, word.start));
    all.push(word);
    at = word.end;
  }
  return at < text.length ? [...all, text.slice(at)] : all;
}
