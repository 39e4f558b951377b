import { useLayoutEffect, useRef } from 'preact/hooks';
import { HighlightedText } from '../explanation/parts/highlighted-text';
import type { ShownExplanation } from '../wording/reading';

interface EditedTextProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The explanation of the text as it was last read; drawn behind the field as long as the text is the same. */
  readonly shown: ShownExplanation | undefined;
  readonly label: string;
  readonly lang: string;
}

/**
 * A text to edit with its highlights: the letters are drawn behind the field, which lies over them letter by letter, so
 * that caret, selection and undo are the browser's own.
 */
export function EditedText({ value, onChange, shown, label, lang }: EditedTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const current = shown?.view.explanation.text === value ? shown : undefined;
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = '0';
    area.style.height = `${area.scrollHeight}px`;
  }, [value]);
  return (
    <div class="edited" lang={lang}>
      <div class="behind" aria-hidden="true">
        {current ? <HighlightedText shown={current} /> : value}
        {'\u200b'}
      </div>
      <textarea
        ref={field}
        aria-label={label}
        value={value}
        spellcheck={false}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
