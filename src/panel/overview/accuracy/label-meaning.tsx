import { useState } from 'preact/hooks';
import { fill } from '../../wording/format';
import { useOverviewPage } from '../context';
import { Popover } from '../parts/popover';
import { meaningParts } from './wording';

/** The line beside the choice explains so many values. */
const NAMED = 6;

/** What the labels of the file mean, with the number of rows of each. A press changes the meaning, which is saved with the results. */
export function LabelMeaning() {
  const { strings, say, overview } = useOverviewPage();
  const { accuracy: words } = strings;
  const values = overview.figures.givenValues;
  const parts = meaningParts(overview, strings, say);
  const said = parts.length > NAMED ? [...parts.slice(0, NAMED), '…'] : parts;
  return (
    <span class="row meaning">
      {said.length > 0 && <span class="sm m texts">{fill(words.meaning, said.join(' · '))}</span>}
      <Popover class="link" align="end" label={strings.change} name={`${strings.change} ${words.meaningTitle}`}>
        {(close) => <MeaningForm values={values} onDone={close} />}
      </Popover>
    </span>
  );
}

interface MeaningFormProps {
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  readonly onDone: () => void;
}

function MeaningForm({ values, onDone }: MeaningFormProps) {
  const { strings, say, overview } = useOverviewPage();
  const { accuracy: words } = strings;
  const [meaning, setMeaning] = useState<Readonly<Record<string, string>>>(overview.store.meaning);
  const set = (value: string, label: string) => {
    const others = Object.entries(meaning).filter(([written]) => written !== value);
    setMeaning(Object.fromEntries(label === '' ? others : [...others, [value, label]]));
  };
  return (
    <div class="form">
      <p class="b">{words.meaningTitle}</p>
      {values.map(({ value, rows }) => (
        <label key={value}>
          <span class="texts">{value}</span>
          <span class="m">{fill(words.rowsOf, say.count(rows))}</span>
          <select value={meaning[value] ?? ''} onChange={(event) => set(value, event.currentTarget.value)}>
            {[...overview.store.orderedLabels()].reverse().map((label) => (
              <option key={label} value={label}>
                {say.label(label)}
              </option>
            ))}
            <option value="">{words.leaveOut}</option>
          </select>
        </label>
      ))}
      <p class="acts">
        <button
          class="primary"
          onClick={() => {
            overview.setMeaning(meaning);
            onDone();
          }}
        >
          {words.apply}
        </button>
      </p>
    </div>
  );
}
