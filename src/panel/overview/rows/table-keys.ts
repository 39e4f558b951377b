/** The action of a key in the table. */
export type TableAction =
  | { readonly do: 'go'; readonly to: number; readonly extend: boolean }
  | { readonly do: 'select' | 'all' | 'read' | 'note' | 'close' | 'file' | 'panel' };

interface Place {
  readonly at: number;
  readonly count: number;
  /** Rows in sight. */
  readonly page: number;
}

/** The action of a key; undefined if the table does not use the key. */
export function tableAction(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { at, count, page }: Place,
): TableAction | undefined {
  if (event.altKey || count === 0) return undefined;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'a' ? { do: 'all' } : undefined;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  if (Object.hasOwn(steps, event.key))
    return { do: 'go', to: Math.min(count - 1, Math.max(0, steps[event.key])), extend: event.shiftKey };
  switch (event.key) {
    case ' ':
      return { do: 'select' };
    case 'Enter':
      return { do: 'read' };
    case 'n':
    case 'N':
      return { do: 'note' };
    case 'o':
    case 'O':
      return { do: 'file' };
    case 'e':
    case 'E':
      return { do: 'panel' };
    default:
      return undefined;
  }
}
