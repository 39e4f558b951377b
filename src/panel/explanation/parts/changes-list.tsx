import type { Counterfactuals } from '../../../shared/studies';
import { LANGUAGES } from '../../../shared/languages';
import { Figure } from '../../charts/figure';
import { usePage } from '../page-context';
import { changeParts, changesNotes, changesOf, changesTable, changeText, type Change } from '../../wording/changes';
import { fill } from '../../wording/format';
import { labelName } from '../../wording/names';
import type { ShownExplanation } from '../../wording/reading';
import { inPercent } from '../../wording/studies';

interface ChangesListProps {
  readonly reading: ShownExplanation;
  readonly found: Counterfactuals;
}

/** What *What would change it?* holds: at most three changes with what they do, each with a button that makes it. */
export function ChangesList({ reading, found }: ChangesListProps) {
  const { strings } = usePage();
  const changes = changesOf(found);
  return (
    <>
      {changes.length > 0 && (
        <Figure id="changes" name={strings.changes} table={() => changesTable(reading, found, strings)}>
          <ul class="changes">
            {changes.map((change) => (
              <Row key={change.index} {...{ reading, change }} />
            ))}
          </ul>
        </Figure>
      )}
      {changesNotes(reading, found, strings).map((note) => (
        <p key={note} class="note m">
          {note}
        </p>
      ))}
    </>
  );
}

interface RowProps {
  readonly reading: ShownExplanation;
  readonly change: Change;
}

function Row({ reading, change }: RowProps) {
  const { strings, host } = usePage();
  const { view } = reading;
  return (
    <li>
      <ChangedText reading={reading} change={change} />
      <b class={view.tones[change.label]}>
        {labelName(change.label, strings)} {inPercent(change.probability, strings)}
      </b>
      <button
        disabled={view.stale}
        aria-label={fill(strings.useChangeNamed, changeText(reading, change, strings))}
        onClick={() => host.apply({ of: view.id, change: change.index })}
      >
        {strings.useChange}
      </button>
    </li>
  );
}

/** The text around the change: what goes is struck out, what comes is underlined. */
export function ChangedText({ reading, change }: RowProps) {
  const { text, language } = reading.view.explanation;
  return (
    <span class="edit" lang={LANGUAGES[language].tag} data-word={change.words.join(' ') || undefined}>
      {changeParts(text, change.edits).map(({ kind, text: part }, at) => {
        if (kind === 'gone') return <del key={at}>{part}</del>;
        if (kind === 'new') return <ins key={at}>{part}</ins>;
        return part;
      })}
    </span>
  );
}
