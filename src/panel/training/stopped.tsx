import type { TrainingStop } from '../../shared/protocol/training-page';
import { fill } from '../wording/format';
import { useTrainingPage, type TrainingPageState } from './context';

/** A training that was interrupted, that failed, or that another window has: what is still there, and what to do. */
export function Stopped({ stop }: { readonly stop: TrainingStop }) {
  const page = useTrainingPage();
  const { strings, say, send } = page;
  const { stopped: words } = strings;
  const { source, name, why, problem, inUse, canResume, otherFolder } = stop;
  return (
    <>
      <div class="meta sm">
        <span class="m">{`${source} → ${name}`}</span>
      </div>
      <h1 class="headline">{headingOf(stop, page)}</h1>
      <p class="lead">
        {say.sentences(
          problem,
          why === 'elsewhere' ? words.elsewhereLead : undefined,
          why === 'failed' && canResume ? words.safe : undefined,
          inUse !== undefined ? fill(words.inUse, inUse) : undefined,
        )}
      </p>
      {why !== 'elsewhere' && (
        <div class="go">
          {canResume && (
            <button class="primary" onClick={() => send({ type: 'resume' })}>
              {words.resume}
            </button>
          )}
          {otherFolder && <button onClick={() => send({ type: 'changeFolder' })}>{words.otherFolder}</button>}
          <button onClick={() => send({ type: 'discard' })}>{words.discard}</button>
        </div>
      )}
    </>
  );
}

function headingOf({ why, epoch, name }: TrainingStop, { strings: { stopped: words } }: TrainingPageState): string {
  switch (why) {
    case 'interrupted':
      return epoch > 0 ? fill(words.interrupted, epoch) : words.interruptedEarly;
    case 'failed':
      return epoch > 0 ? fill(words.failed, epoch) : words.failedEarly;
    case 'elsewhere':
      return fill(words.elsewhere, name);
  }
}
