/** The action of a key anywhere on the page. */
export type PageAction =
  { readonly do: 'tab'; readonly tab: number } | { readonly do: 'search' | 'filter' | 'drop' | 'keys' };

/** The action of a key; undefined if the page does not use the key, or it is typed into a field. */
export function pageKey(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'target' | 'defaultPrevented'>,
): PageAction | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey) return undefined;
  const digit = /^Digit([1-4])$/.exec(event.code);
  if (event.altKey) return digit ? { do: 'tab', tab: Number(digit[1]) - 1 } : undefined;
  if (isField(event.target)) return undefined;
  switch (event.key) {
    case '/':
      return { do: 'search' };
    case 'f':
    case 'F':
      return { do: 'filter' };
    case 'Backspace':
    case 'Escape':
      return { do: 'drop' };
    case '?':
      return { do: 'keys' };
    default:
      return undefined;
  }
}

const isField = (target: EventTarget | null): boolean =>
  /^(INPUT|TEXTAREA|SELECT)$/.test((target as Partial<Element> | null)?.tagName ?? '') &&
  (target as Partial<HTMLInputElement>).type !== 'checkbox';
