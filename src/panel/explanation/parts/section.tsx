import type { ComponentChildren } from 'preact';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** One sentence; stands there closed or open. */
  readonly finding?: string;
  readonly open: boolean;
  readonly onOpen: (id: string, open: boolean) => void;
  /** Made only while it is open. */
  readonly children: () => ComponentChildren;
}

/** A part of the page that folds, with its finding in its head. */
export function Section({ id, title, finding, open, onOpen, children }: SectionProps) {
  return (
    <details id={`section-${id}`} open={open} onToggle={(event) => onOpen(id, event.currentTarget.open)}>
      <summary>
        <svg class="chev" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M6 4l4 4-4 4" />
        </svg>
        <h2>{title}</h2>
        {finding && <p class="find">{finding}</p>}
      </summary>
      {open && <div class="body">{children()}</div>}
    </details>
  );
}
