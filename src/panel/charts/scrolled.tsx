import type { ComponentChildren } from 'preact';

interface ScrolledProps {
  /** For screen readers. */
  readonly name: string;
  readonly children: ComponentChildren;
}

/** What may be wider than the page: it scrolls on its own, by keyboard as well. */
export function Scrolled({ name, children }: ScrolledProps) {
  return (
    <div class="scroll" role="region" aria-label={name} tabIndex={0}>
      {children}
    </div>
  );
}
