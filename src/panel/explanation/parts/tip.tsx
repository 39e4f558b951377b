import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../page-context';
import type { Pointed } from '../pointing';
import type { PanelModel } from '../../wording/reading';
import { wordValues } from '../../wording/word-values';

const GAP = 6;

/** The values of the word that is pointed at on the page, beside it. Screen readers get them from the word itself. */
export function Tip({ pointed, reading }: { readonly pointed: Pointed | undefined; readonly reading: PanelModel }) {
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
  if (!anchor || !pointed || pointed.word >= reading.words.length) return null;
  return (
    <div ref={box} class="tip" aria-hidden="true">
      <b>{reading.words[pointed.word].text}</b>
      {wordValues(reading, pointed.word, strings).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
