import type { Study } from '../../../shared/protocol/panel';
import { usePage } from '../page-context';
import { fill } from '../../wording/format';
import { waitingFor } from '../../wording/studies';

/** Which studies the host is working on, and which failed. */
export interface StudiesState {
  readonly waiting: readonly Study[];
  /** In sentences for the person. */
  readonly problems: Readonly<Partial<Record<Study, string>>>;
}

/** What is still being worked out, with a button that ends it. */
export function Waiting({ waiting }: Pick<StudiesState, 'waiting'>) {
  const { strings, host } = usePage();
  return (
    <div class="waiting sm" data-page-only>
      <span role="status">{waiting.length > 0 && fill(strings.waiting, waitingFor(waiting, strings))}</span>
      {waiting.length > 0 && (
        <button class="link" onClick={() => host.stop()}>
          {strings.stopHere}
        </button>
      )}
    </div>
  );
}

interface AskProps extends StudiesState {
  readonly study: Study;
  /** What the button says. */
  readonly label: string;
  /** Why it was not computed without being asked for. */
  readonly why?: string;
}

/** Stands where figures are missing: a button that asks for them, and why they are not there yet. */
export function AskForFigures({ study, label, why, waiting, problems }: AskProps) {
  const { host } = usePage();
  if (waiting.includes(study)) return null;
  const note = problems[study] ?? why;
  return (
    <>
      {note && (
        <p class="note" data-page-only>
          {note}
        </p>
      )}
      <div class="acts">
        <button onClick={() => host.study({ study })}>{label}</button>
      </div>
    </>
  );
}
