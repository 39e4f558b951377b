import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../explanation/page-context';

interface SheetFrameProps {
  readonly onBack: () => void;
  readonly actions: ComponentChildren;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A sheet in the place of the explanation: the way back, its actions, its answer as the heading. */
export function SheetFrame({ onBack, actions, title, children }: SheetFrameProps) {
  const { strings } = usePage();
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => back.current?.focus({ preventScroll: true }), []);
  return (
    <div class="sheet">
      <div class="meta sm">
        <button ref={back} class="link" onClick={onBack}>
          {`‹ ${strings.title}`}
        </button>
        <span class="acts">{actions}</span>
      </div>
      <h1 class="headline">{title}</h1>
      {children}
    </div>
  );
}
