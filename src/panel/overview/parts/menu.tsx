import type { ComponentChildren } from 'preact';
import { nextIndex } from '../../charts/hits';
import { Popover } from './popover';

/** One line of a menu; `checked` makes it one of a choice. */
export interface PopoverItem {
  readonly label: string;
  readonly checked?: boolean;
  /** Set beside the label, as a key or a count. */
  readonly note?: string;
  readonly run: () => void;
}

interface MenuProps {
  readonly label: ComponentChildren;
  readonly name?: string;
  readonly class?: string;
  readonly align?: 'start' | 'end';
  readonly items: readonly PopoverItem[];
}

/** A button with a list of things to do; arrows go through them. */
export function PopoverMenu({ items, ...given }: MenuProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
    const next = nextIndex(event.key, buttons.indexOf(document.activeElement as HTMLButtonElement), buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[next].focus();
  };
  return (
    <Popover {...given} role="menu">
      {(close) => (
        <div class="items" role="menu" aria-label={given.name} onKeyDown={onKeyDown}>
          {items.map(({ label, checked, note, run }) => (
            <button
              key={label}
              role={checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={checked}
              onClick={() => {
                close();
                run();
              }}
            >
              {checked !== undefined && <span class="tick">{checked ? '✓' : ''}</span>}
              <span class="name">{label}</span>
              {note !== undefined && <span class="m">{note}</span>}
            </button>
          ))}
        </div>
      )}
    </Popover>
  );
}
