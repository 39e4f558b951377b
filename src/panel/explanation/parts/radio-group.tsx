import { nextIndex } from '../../charts/hits';

interface RadioGroupProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few; arrow keys choose, as in every radio group. */
export function RadioGroup<T extends string>({ label, options, value, onChange }: RadioGroupProps<T>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const at = options.findIndex((option) => option.value === value);
    const next = nextIndex(event.key, at, options.length);
    if (next === undefined) return;
    event.preventDefault();
    onChange(options[next].value);
    (event.currentTarget as HTMLElement).querySelectorAll('button')[next].focus();
  };
  return (
    <span class="seg" role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {options.map((option) => (
        <button
          key={option.value}
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </span>
  );
}
