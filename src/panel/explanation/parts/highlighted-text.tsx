import type { ComponentChildren } from 'preact';
import { LANGUAGES, type Language } from '../../../shared/languages';
import { wordsOf, type ShownExplanation, type ShownPhrase } from '../../wording/reading';
import type { WordRange } from '../../wording/sums';
import { phraseValues } from '../../wording/word-values';
import { usePage } from '../page-context';

/** Highlights up to this length are never broken across lines; characters of languages without spaces are wider. */
const unbroken = (language: Language): number => (LANGUAGES[language].dictionary === undefined ? 16 : 12);

interface HighlightedTextProps {
  readonly shown: ShownExplanation;
  /** The points stand after each highlight. */
  readonly figures?: boolean;
  /** Words that a person put together. */
  readonly chosen?: WordRange;
  /** The highlight that the keyboard stops at; left out: none can be focused. */
  readonly stop?: number;
  readonly onFocus?: (place: number) => void;
}

/**
 * A text with its highlights (those of another text than the current one lead nowhere): a phrase is one, with ▲ or ▼ before it. Marks and figures are
 * drawn by the style sheet.
 */
export function HighlightedText(props: HighlightedTextProps) {
  const { shown } = props;
  const { text } = shown.view.explanation;
  const all: ComponentChildren[] = [];
  let at = 0;
  const plain = (to: number) => {
    if (to > at) all.push(...words(props, at, to));
    at = to;
  };
  shown.highlights.forEach((phrase, place) => {
    plain(phrase.start);
    all.push(<Highlighted key={`h${phrase.from}`} {...props} {...{ phrase, place }} />);
    at = phrase.end;
  });
  plain(text.length);
  return <>{all}</>;
}

interface HighlightProps extends HighlightedTextProps {
  readonly phrase: ShownPhrase;
  readonly place: number;
}

function Highlighted({ phrase, place, stop, onFocus, ...props }: HighlightProps) {
  const { strings } = usePage();
  const { shown, figures = false } = props;
  const { unit, view } = shown;
  const { direction } = phrase;
  const reached = stop !== undefined;
  return (
    <span
      class={highlightClass(phrase, view.explanation.language)}
      data-word={view.id > 0 ? wordsOf(phrase) : undefined}
      data-place={reached ? place : undefined}
      data-arrow={direction === 'none' ? undefined : direction === 'for' ? '▲' : '▼'}
      data-points={figures ? unit.figure(unit.value(phrase)) : undefined}
      role={reached ? 'button' : undefined}
      tabIndex={reached ? (place === stop ? 0 : -1) : undefined}
      aria-label={reached ? `${phrase.text}: ${phraseValues(shown, phrase, strings).join(', ')}` : undefined}
      onFocus={() => onFocus?.(place)}
    >
      {words({ ...props, shown }, phrase.start, phrase.end, true)}
    </span>
  );
}

/** `h positive s3 ag`: as in the editor, solid for the target and dashed against it. */
function highlightClass({ tone, step, direction, text }: ShownPhrase, language: Language): string {
  const against = direction === 'against' ? ' ag' : '';
  return `h ${tone} s${step}${against}${text.length > unbroken(language) ? '' : ' whole'}`;
}

/** The words from one place to another, and what stands between them. */
function words({ shown, chosen }: HighlightedTextProps, from: number, to: number, inside = false) {
  const { text } = shown.view.explanation;
  const all: ComponentChildren[] = [];
  let at = from;
  for (const word of shown.words) {
    if (word.start < from || word.end > to) continue;
    if (word.start > at) all.push(text.slice(at, word.start));
    const isChosen = chosen !== undefined && chosen.from <= word.index && word.index < chosen.to;
    all.push(
      <span
        key={word.index}
        class={isChosen ? 'w in' : 'w'}
        data-at={word.index}
        data-word={inside || shown.view.id === 0 ? undefined : word.index}
      >
        {word.text}
      </span>,
    );
    at = word.end;
  }
  if (at < to) all.push(text.slice(at, to));
  return all;
}
