import { useState } from 'preact/hooks';
import { LANGUAGES } from '../../shared/languages';
import {
  CHANGES,
  type ChangeKind,
  type ChangedRow,
  type ShownPrediction,
  type TrainingOutcome,
} from '../../shared/protocol/training-page';
import { RadioGroup } from '../explanation/parts/radio-group';
import { fill } from '../wording/format';
import { useTrainingPage } from './context';

/** Rows that are newly right or newly wrong, and those that are still wrong; each can be opened with its explanation. */
export function ChangedRows({ result }: { readonly result: TrainingOutcome }) {
  const { strings, say } = useTrainingPage();
  const { result: words } = strings;
  const isNew = result.accuracy.before === undefined;
  const [chosen, setChosen] = useState<ChangeKind>(isNew ? 'wrong' : 'mended');
  const { changes } = result;
  const count = (change: ChangeKind) => say.count(changes[change].rows);
  const names = { mended: words.mended, broken: words.broken, wrong: words.wrong };
  const options = (isNew ? (['wrong'] as const) : CHANGES).map((value) => ({
    value,
    label: fill(names[value], count(value)),
  }));
  const { rows, shown } = changes[chosen];
  return (
    <section class="sec">
      <div class="between">
        <div>
          <h2>
            {isNew ? fill(words.changedNew, count('wrong')) : fill(words.changed, count('mended'), count('broken'))}
          </h2>
          <p>{isNew ? words.changedNewNote : words.changedNote}</p>
        </div>
        {options.length > 1 && (
          <div class="wrap">
            <RadioGroup label={words.lists} options={options} value={chosen} onChange={setChosen} />
          </div>
        )}
      </div>
      {shown.length === 0 ? (
        <p class="m first">{words.none}</p>
      ) : (
        <ul class="changed">
          {shown.map((row) => (
            <Row key={row.index} row={row} change={chosen} />
          ))}
        </ul>
      )}
      {rows > shown.length && <p class="m sm note">{fill(words.more, say.count(shown.length), say.count(rows))}</p>}
    </section>
  );
}

function Row({ row, change }: { readonly row: ChangedRow; readonly change: ChangeKind }) {
  const { strings, say, host } = useTrainingPage();
  const { result: words } = strings;
  const number = say.count(row.row);
  const explain = () => host.explainRow({ change, index: row.index });
  return (
    <li>
      <span class="num m">{number}</span>
      <span class="text" lang={LANGUAGES[row.language].tag}>
        <Marked row={row} />
        {row.cut && ' …'}
      </span>
      <span class="m nw">{fill(words.labelOf, say.label(row.label))}</span>
      <span class="num nw">
        {row.before && <Said said={row.before} />}
        {row.before && ' → '}
        <b class={row.after.tone}>
          <Said said={row.after} />
        </b>
      </span>
      <button onClick={explain} aria-label={fill(words.explainOf, number)}>
        {words.explain}
      </button>
    </li>
  );
}

function Said({ said: { label, probability } }: { readonly said: ShownPrediction }) {
  const { say } = useTrainingPage();
  return <>{`${say.label(label)} ${say.percent(probability, 0)}`}</>;
}

function Marked({ row: { text, marks } }: { readonly row: ChangedRow }) {
  let at = 0;
  const pieces = marks.flatMap(({ start, end, tone, step, against }) => {
    const before = text.slice(at, start);
    at = end;
    return [
      before,
      <span key={start} class={`w ${tone} s${step}${against ? ' ag' : ''}`}>
        {text.slice(start, end)}
      </span>,
    ];
  });
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}
