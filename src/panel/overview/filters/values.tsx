import { useState } from 'preact/hooks';
import type { Condition } from '../../../shared/findings/filter';
import { fill } from '../../wording/format';
import { useOverviewPage } from '../context';

/** A value to choose, as it is named and how many rows have it. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly rows?: number;
}

interface ValuesProps {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** At most so many values are listed; others are found by typing. */
const LISTED = 100;
const SEARCHED = 12;

/** A list of values with a check each; with very many a field to find them. */
export function Values({ choices, chosen, onChange }: ValuesProps) {
  const { strings, say } = useOverviewPage();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = wanted === '' ? choices : choices.filter(({ name }) => name.toLowerCase().includes(wanted));
  const set = (value: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <>
      {choices.length > SEARCHED && (
        <input
          class="field"
          type="search"
          placeholder={strings.findValue}
          aria-label={strings.findValue}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {found.slice(0, LISTED).map(({ value, name, rows }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => set(value, event.currentTarget.checked)}
          />
          <span class="texts">{name}</span>
          {rows !== undefined && <span class="m">{say.count(rows)}</span>}
        </label>
      ))}
      {found.length > LISTED && <p class="m">{fill(strings.findings.other, say.count(found.length - LISTED))}</p>}
    </>
  );
}

/** Of a condition that names values: which. */
export const chosenIn = (condition: Condition | undefined): readonly string[] => {
  if (condition?.kind === 'column') return condition.values;
  if (condition?.kind === 'prediction' || condition?.kind === 'label') return condition.labels;
  return condition?.kind === 'reason' ? condition.reasons : [];
};
