import type { OverviewInfo } from '../../shared/protocol/overview';
import type { OverviewToHost } from '../../shared/protocol/overview-to-host';
import type { Notifier } from '../../shared/rpc/notifications';
import type { OverviewStrings } from '../../shared/strings/overview-page';
import { fill } from '../wording/format';
import type { OverviewLayout } from './layout';
import type { RowsProgress } from './use-overview';

interface MissingProps {
  readonly info: OverviewInfo;
  /** What was to be annotated; none where that is not known. */
  readonly names: readonly string[];
  readonly strings: OverviewStrings;
  readonly progress: RowsProgress;
  readonly host: Notifier<OverviewToHost>;
  readonly mode: OverviewLayout['mode'];
}

/** There are no results: why, what is there instead, and what to do. Nothing here looks like a result. */
export function Missing({ info, names, strings, progress: { problem }, host, mode }: MissingProps) {
  const [first = info.name, ...others] = names;
  const of = others.length > 0 ? `${first} +${others.length}` : first;
  return (
    <main class={`page overview ${mode}`}>
      <h1>{fill(strings.missing, of)}</h1>
      <div class={problem === undefined ? 'state' : 'state err'} role="alert">
        {problem !== undefined && <p class="b">{problem}</p>}
        <p>{fill(problem === undefined ? strings.missingGone : strings.missingFailed, info.name)}</p>
        <p class="acts">
          {info.known && (
            <button class="primary" onClick={() => host.runAgain()}>
              {strings.runAgain}
            </button>
          )}
          {problem !== undefined && <button onClick={() => host.showLog()}>{strings.showLog}</button>}
        </p>
      </div>
    </main>
  );
}
