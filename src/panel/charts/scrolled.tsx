import type { ComponentChildren } from 'preact';

interface ScrolledProps {
  /** For screen readers. */
  readonly name: string;
  readonly children: ComponentChildren;
}

/** A box for content that may be wider than the page; it scrolls by itself, by keyboard as well. */
export function Scrolled({ name, children }: ScrolledProps) {
  return (
    <div class="scroll" role="region" aria-label={name} tabIndex={0}>
      {children}
    </div>
  );
}
