import { useCallback, useRef, useState } from 'preact/hooks';
import { LANGUAGES } from '../../../shared/languages';
import { Figure } from '../../charts/figure';
import { nextIndex } from '../../charts/hits';
import type { ShownExplanation } from '../../wording/reading';
import { stripTable } from '../../wording/tables';
import { usePage } from '../page-context';
import { HighlightedText } from './highlighted-text';
import { PhraseSum } from './phrase-sum';
import { StripKey } from './strip-key';
import { extendedPhrase, usePhrase, type Phrase } from './use-phrase';

/** Longer texts scroll inside the strip; sooner where the page is narrow and the strip would be high. */
const SCROLLS = { wide: 2400, middle: 1800, narrow: 900 };

interface StripProps {
  readonly shown: ShownExplanation;
  readonly phrase: Phrase | undefined;
  readonly onPhrase: (phrase: Phrase | undefined) => void;
}

/** The text itself with its highlights, as in the editor; one stop of the keyboard, arrows go from highlight to highlight. */
export function MarkedText({ shown, phrase, onPhrase }: StripProps) {
  const { strings, layout } = usePage();
  const { text, language } = shown.view.explanation;
  const strip = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const { highlights } = shown;

  const chosen = useRef(onPhrase);
  chosen.current = onPhrase;
  usePhrase(
    strip,
    useCallback((selected: Phrase) => chosen.current(selected), []),
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && phrase) {
      event.stopPropagation();
      return onPhrase(undefined);
    }
    const focused = (event.target as HTMLElement).dataset.place;
    if (focused === undefined) return;
    const { from } = highlights[Number(focused)];
    const longer = event.shiftKey ? extendedPhrase(phrase, from, event.key, shown.words.length) : undefined;
    if (longer) {
      event.preventDefault();
      return onPhrase(longer);
    }
    const next = nextIndex(event.key, Number(focused), highlights.length);
    if (next === undefined) return;
    event.preventDefault();
    setStop(next);
    strip.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
  };

  const long = text.length > SCROLLS[layout.mode];
  return (
    <>
      <Figure
        id="strip"
        name={strings.textLabel}
        table={() => stripTable(shown, strings)}
        heading={highlights.length > 0 ? <StripKey shown={shown} /> : undefined}
        below
      >
        <div
          ref={strip}
          class={`strip${long ? ' long' : ''}`}
          lang={LANGUAGES[language].tag}
          role="group"
          aria-label={strings.textLabel}
          tabIndex={long ? 0 : undefined}
          onKeyDown={onKeyDown}
        >
          <HighlightedText
            shown={shown}
            figures
            chosen={phrase}
            stop={Math.min(stop, highlights.length - 1)}
            onFocus={setStop}
          />
        </div>
      </Figure>
      <PhraseSum {...{ shown, phrase }} onClear={() => onPhrase(undefined)} />
    </>
  );
}
