import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface PopoverProps {
  /** On the button. */
  readonly label: ComponentChildren;
  /** For screen readers, where the button's own text says too little. */
  readonly name?: string;
  readonly class?: string;
  /** The side of the button along which the box is laid. */
  readonly align?: 'start' | 'end';
  readonly role?: 'menu' | 'dialog';
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button and the box that it opens. Escape, a press elsewhere and leaving it by Tab close it; focus returns to the button. */
export function Popover({ label, name, class: look = '', align = 'start', role = 'dialog', children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useLayoutEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    whole.current?.querySelector<HTMLElement>('.pop :is(input, button, select, [tabindex="0"])')?.focus();
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    close();
  };
  return (
    <span class="popover" ref={whole} onKeyDown={onKeyDown}>
      <button
        ref={button}
        class={look}
        aria-haspopup={role}
        aria-expanded={open}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div
          class={`pop ${align}`}
          role={role === 'dialog' ? 'dialog' : undefined}
          aria-label={role === 'dialog' ? name : undefined}
        >
          {children(close)}
        </div>
      )}
    </span>
  );
}
