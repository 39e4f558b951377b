import { useState } from 'preact/hooks';
import { MEANINGS, type Meaning, type ReadingView, type ReadLabel } from '../../shared/protocol/reading-page';
import { fill } from '../wording/format';
import { labelName } from '../wording/names';
import { useReadingPage } from './context';

const LISTED = 12;
/** A column with more values than this is not taken for labels. */
const CATEGORY = 30;

/** What each value of the label column means, one press to change. */
export function Meanings({ labels }: { readonly labels: NonNullable<ReadingView['labels']> }) {
  const { strings, host, count, isHeadless } = useReadingPage();
  const [all, setAll] = useState(false);
  const { values, unknown, column } = labels;
  const shown = all ? values : values.slice(0, LISTED);
  return (
    <section class="sec">
      <h2>{strings.meaningHeading}</h2>
      <p class={unknown > 0 ? 'b' : 'sub'}>
        {unknown > 0 ? fill(strings.notUnderstood, count(unknown)) : strings.guessedValues}
      </p>
      {values.length > CATEGORY && unknown > 0 && (
        <p>
          {strings.category}{' '}
          <button class="link" onClick={() => host.use({ column, use: 'group' })}>
            {strings.asGroup}
          </button>
        </p>
      )}
      <table class="meanings">
        <thead>
          <tr>
            <th scope="col">{strings.value}</th>
            <th scope="col" class="n">
              {strings.rows}
            </th>
            <th scope="col" class="example">
              {strings.example}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((label) => (
            <tr key={label.value}>
              <th scope="row">{label.value}</th>
              <td class="n">{fill(isHeadless ? strings.rowsOf : '{0}', count(label.rows))}</td>
              <td class="example">{label.example}</td>
              <td class="choice">
                <Choice label={label} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {values.length > LISTED && !all && (
        <button class="link" onClick={() => setAll(true)}>
          {fill(strings.showAll, count(values.length))}
        </button>
      )}
    </section>
  );
}

function Choice({ label }: { readonly label: ReadLabel }) {
  const { strings, host } = useReadingPage();
  const own = label.meaning !== undefined && !MEANINGS.includes(label.meaning as Meaning) ? label.meaning : undefined;
  const chosen = (meaning: Meaning) => label.meaning === meaning || own?.replace(/^very /, '') === meaning;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || !(event.currentTarget instanceof HTMLElement)) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
  };
  const none = !MEANINGS.some(chosen);
  return (
    <div class="seg" role="radiogroup" aria-label={fill(strings.meaningOf, label.value)} onKeyDown={onKeyDown}>
      {MEANINGS.map((meaning, i) => (
        <button
          key={meaning}
          role="radio"
          aria-checked={chosen(meaning)}
          tabIndex={chosen(meaning) || (none && i === 0) ? 0 : -1}
          onClick={() => host.meaning({ value: label.value, meaning })}
        >
          {meaning === 'out' ? strings.out : labelName(meaning, strings)}
        </button>
      ))}
    </div>
  );
}
