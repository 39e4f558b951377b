import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useOverviewPage } from '../context';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A box before the page; Escape and Close leave it, and focus returns to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { strings } = useOverviewPage();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    box.current?.showModal();
    return () => before?.focus();
  }, []);
  return (
    <dialog
      ref={box}
      aria-labelledby="dialog-title"
      onClose={onClose}
      onCancel={onClose}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <div class="row dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <span class="space" />
        <button class="link" onClick={onClose}>
          {strings.close}
        </button>
      </div>
      {children}
    </dialog>
  );
}
