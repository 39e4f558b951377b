import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../page-context';
import type { Pointed } from '../pointing';
import type { ShownExplanation } from '../../wording/reading';
import { phraseValues, wordValues } from '../../wording/word-values';

const GAP = 6;

/**
 * What is known of the word or phrase that is pointed at on the page, beside it; of a chart what it shows there
 * (`data-tip`). Screen readers get the same from the element itself.
 */
export function Tip({ pointed, shown }: { readonly pointed: Pointed | undefined; readonly shown: ShownExplanation }) {
  const { strings } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const anchor = pointed?.element?.isConnected ? pointed.element : undefined;
  useLayoutEffect(() => {
    if (!anchor || !box.current) return;
    const at = anchor.getBoundingClientRect();
    const own = box.current.getBoundingClientRect();
    const below = at.bottom + GAP + own.height <= window.innerHeight;
    const left = at.left + Math.min(at.width, 120) / 2;
    box.current.style.left = `${Math.max(4, Math.min(left, document.documentElement.clientWidth - own.width - 4))}px`;
    box.current.style.top = `${below ? at.bottom + GAP : at.top - GAP - own.height}px`;
  }, [anchor]);
  if (!anchor || !pointed) return null;
  const [word] = pointed.words;
  if (word === undefined || word >= shown.words.length) return null;
  const phrase = shown.phrases.find(({ from, to }) => from === word && to - from === pointed.words.length);
  const own = (anchor as HTMLElement).dataset.tip?.split('\n');
  const lines = own ?? (phrase ? phraseValues(shown, phrase, strings) : wordValues(shown, word, strings));
  return (
    <div ref={box} class="tip" aria-hidden="true">
      <b>{phrase && !own ? phrase.text : shown.words[word].text}</b>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
