import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nextIndex } from '../../charts/hits';

export interface MenuItem {
  readonly label: string;
  /** The key that does the same; drawn beside it. */
  readonly key?: string;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

interface MenuProps {
  readonly label: string;
  /** What the button says; left out: ⋯. */
  readonly text?: string;
  readonly items: readonly MenuItem[];
}

/** A button that opens a list of actions: arrows go through it, Escape and a click elsewhere close it. */
export function Menu({ label, text, items }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role="menuitem"]:not(:disabled)')?.focus();
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      return close();
    }
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? [])];
    const next = nextIndex(event.key, all.indexOf(document.activeElement as HTMLElement), all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[next].focus();
  };
  return (
    <span ref={root} class="menu" onKeyDown={onKeyDown}>
      <button
        ref={button}
        class={text ? undefined : 'more'}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {text ?? '⋯'}
      </button>
      {open && (
        <span class="items" role="menu" aria-label={label}>
          {items.map(({ label: name, key, disabled, onChoose }) => (
            <button
              key={name}
              role="menuitem"
              tabIndex={-1}
              disabled={disabled}
              onClick={() => {
                close();
                onChoose();
              }}
            >
              {name}
              {key && <kbd>{key}</kbd>}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
