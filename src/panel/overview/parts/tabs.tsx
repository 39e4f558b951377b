import { nextIndex } from '../../charts/hits';

export const TABS = ['findings', 'accuracy', 'rows', 'review'] as const;

export type Tab = (typeof TABS)[number];

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly id: Tab; readonly name: string; readonly figure?: string }[];
  readonly value: Tab;
  readonly onChange: (tab: Tab) => void;
}

/** The views of one filtered set, each with its own figure; arrows go from one to the next. */
export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(
      event.key,
      tabs.findIndex(({ id }) => id === value),
      tabs.length,
    );
    if (next === undefined || event.altKey) return;
    event.preventDefault();
    onChange(tabs[next].id);
    (event.currentTarget as HTMLElement).querySelectorAll('button')[next].focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, name, figure }, index) => (
        <button
          key={id}
          id={`tab-${id}`}
          role="tab"
          aria-selected={id === value}
          aria-controls="view"
          aria-keyshortcuts={`Alt+${index + 1}`}
          tabIndex={id === value ? 0 : -1}
          onClick={() => onChange(id)}
        >
          {name}
          {figure !== undefined && <span class="figure-of">{figure}</span>}
        </button>
      ))}
    </div>
  );
}
