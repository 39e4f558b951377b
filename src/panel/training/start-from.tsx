import type { StartKind } from '../../shared/protocol/training-choices';
import type { StartModel, TrainingForm } from '../../shared/protocol/training-page';
import { fill } from '../wording/format';
import { useTrainingPage, type TrainingPageState } from './context';

/** The model to start from: the one that fits best, another, or none. */
export function StartFrom({ form }: { readonly form: TrainingForm }) {
  const page = useTrainingPage();
  const { strings, say } = page;
  const { form: words } = strings;
  const { chosen, best, other, scratchFrom } = form.start;
  const of = (kind: StartKind, reason: string) =>
    chosen === kind && form.seconds !== undefined
      ? fill(words.reasonTime, reason, say.shortTime(form.seconds))
      : reason;
  return (
    <fieldset class="rads" aria-label={words.startFrom}>
      {best && <Radio kind="best" chosen={chosen} title={best.title} note={of('best', reasonOf(best, page, true))} />}
      <Radio
        kind="other"
        chosen={chosen}
        title={other?.title ?? words.another}
        note={other && of('other', reasonOf(other, page, false))}
      />
      {other && <ChangeOther />}
      <Radio
        kind="scratch"
        chosen={chosen}
        title={words.scratch}
        note={fill(words.scratchFrom, say.count(scratchFrom))}
      />
    </fieldset>
  );
}

interface RadioProps {
  readonly kind: StartKind;
  readonly chosen: StartKind;
  readonly title: string;
  readonly note: string | undefined;
}

function Radio({ kind, chosen, title, note }: RadioProps) {
  const { host } = useTrainingPage();
  return (
    <label class="rad">
      <input
        type="radio"
        name="start"
        checked={chosen === kind}
        onClick={(event) => {
          // The host says what is chosen: *Another model…* may be thought better of.
          event.preventDefault();
          host.chooseStart({ start: kind });
        }}
      />
      <span class={chosen === kind ? 'b' : ''}>{title}</span>
      {note !== undefined && <span class="d">{note}</span>}
    </label>
  );
}

function ChangeOther() {
  const { strings, host } = useTrainingPage();
  const { form: words } = strings;
  return (
    <button
      class="link again"
      onClick={() => host.chooseStart({ start: 'other' })}
      aria-label={fill(words.changeOf, words.startFrom)}
    >
      {words.change}
    </button>
  );
}

function reasonOf({ sameLanguage, sameLabels }: StartModel, { strings }: TrainingPageState, best: boolean): string {
  const { form: words } = strings;
  if (!sameLanguage) return words.foreign;
  if (best) return sameLabels ? words.bestBoth : words.bestLanguage;
  return sameLabels ? words.otherBoth : words.otherLanguage;
}
