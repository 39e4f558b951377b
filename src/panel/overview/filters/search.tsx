import { useEffect, useRef, useState } from 'preact/hooks';
import type { Filter } from '../../../shared/findings/filter';
import { useOverviewPage } from '../context';

/** The search starts so many milliseconds after the last key. */
const REST = 200;

const typedIn = (filter: Filter): string => filter.find((each) => each.kind === 'search')?.text ?? '';

/** Words, phrases in quotes, patterns between slashes. */
export function Search() {
  const { strings, overview } = useOverviewPage();
  const typed = typedIn(overview.filter);
  const [text, setText] = useState(typed);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A chip that was removed empties the field.
  useEffect(() => setText(typed), [typed]);
  const look = (value: string) => {
    clearTimeout(timer.current);
    overview.add({ kind: 'search', text: value });
  };
  return (
    <input
      class="field search"
      type="search"
      id="search"
      aria-label={strings.searchName}
      aria-keyshortcuts="/"
      aria-invalid={overview.problem !== undefined}
      placeholder={strings.search}
      value={text}
      onInput={(event) => {
        const { value } = event.currentTarget;
        setText(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => look(value), REST);
      }}
      onKeyDown={(event) => event.key === 'Enter' && look(event.currentTarget.value)}
    />
  );
}
