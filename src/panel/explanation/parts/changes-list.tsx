import type { Counterfactuals } from '../../../shared/studies';
import { LANGUAGES } from '../../../shared/languages';
import { Figure } from '../../charts/figure';
import { usePage } from '../page-context';
import {
  changeParts,
  changesNotes,
  suggestedChanges,
  changesTable,
  changeText,
  type FlippingChange,
} from '../../wording/changes';
import { fill } from '../../wording/format';
import { labelName } from '../../wording/names';
import type { ShownExplanation } from '../../wording/reading';
import { inPercent } from '../../wording/studies';

interface ChangesListProps {
  readonly shown: ShownExplanation;
  readonly found: Counterfactuals;
}

/** What *What would change it?* holds: at most three changes with what they do, each with a button that makes it. */
export function ChangesList({ shown, found }: ChangesListProps) {
  const { strings } = usePage();
  const changes = suggestedChanges(found);
  return (
    <>
      {changes.length > 0 && (
        <Figure id="changes" name={strings.changes} table={() => changesTable(shown, found, strings)}>
          <ul class="changes">
            {changes.map((change) => (
              <Row key={change.index} {...{ shown, change }} />
            ))}
          </ul>
        </Figure>
      )}
      {changesNotes(shown, found, strings).map((note) => (
        <p key={note} class="note m">
          {note}
        </p>
      ))}
    </>
  );
}

interface RowProps {
  readonly shown: ShownExplanation;
  readonly change: FlippingChange;
}

function Row({ shown, change }: RowProps) {
  const { strings, host } = usePage();
  const { view } = shown;
  return (
    <li>
      <ChangedText shown={shown} change={change} />
      <b class={view.tones[change.label]}>
        {labelName(change.label, strings)} {inPercent(change.probability, strings)}
      </b>
      <button
        disabled={view.stale}
        aria-label={fill(strings.useChangeNamed, changeText(shown, change, strings))}
        onClick={() => host.apply({ of: view.id, change: change.index })}
      >
        {strings.useChange}
      </button>
    </li>
  );
}

/** The text around the change: what goes is struck out, what comes is underlined. */
export function ChangedText({ shown, change }: RowProps) {
  const { text, language } = shown.view.explanation;
  return (
    <span class="edit" lang={LANGUAGES[language].tag} data-word={change.words.join(' ') || undefined}>
      {changeParts(text, change.edits).map(({ kind, text: part }, at) => {
        if (kind === 'gone') return <del key={at}>{part}</del>;
        // A space beside what comes is not underlined.
        if (kind === 'new') return [/^\s*/.exec(part), <ins key={at}>{part.trim()}</ins>, /(?<=\S)\s*$/.exec(part)];
        return part;
      })}
    </span>
  );
}
