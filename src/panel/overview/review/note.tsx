import { useEffect, useRef, useState } from 'preact/hooks';
import { useOverviewPage } from '../context';

/** A note is saved after so many milliseconds without typing. */
const REST = 600;

/** What a person wants to remember of a row; kept as it is typed. */
export function Note({ text, onSave }: { readonly text: string; readonly onSave: (text: string) => void }) {
  const { strings } = useOverviewPage();
  const { review: words } = strings;
  const [typed, setTyped] = useState(text);
  const kept = useRef(text);
  const save = useRef(onSave);
  save.current = onSave;
  const latest = useRef(typed);
  latest.current = typed;
  const keep = () => {
    if (latest.current === kept.current) return;
    kept.current = latest.current;
    save.current(latest.current);
  };
  useEffect(() => {
    const timer = setTimeout(keep, REST);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div class="note-field">
      <label class="b" for="note">
        {words.note} <kbd aria-hidden="true">N</kbd>
      </label>
      <textarea
        id="note"
        rows={1}
        aria-keyshortcuts="N"
        placeholder={words.notePlace}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            event.currentTarget.blur();
          }
        }}
      />
    </div>
  );
}
