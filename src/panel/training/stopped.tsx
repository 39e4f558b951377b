import type { TrainingStop } from '../../shared/protocol/training-page';
import { fill } from '../wording/format';
import { useTrainingPage, type TrainingPageState } from './context';

/** A training that was interrupted, that failed, or that another window has: what is still there, and what to do. */
export function Stopped({ stop }: { readonly stop: TrainingStop }) {
  const page = useTrainingPage();
  const { strings, say, host } = page;
  const { stopped: words } = strings;
  const { source, name, why, problem, saved, inUse, canResume, otherFolder } = stop;
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
          why !== 'elsewhere' ? (saved ? words.safe : words.anew) : undefined,
          inUse !== undefined ? fill(words.inUse, inUse) : undefined,
        )}
      </p>
      {why !== 'elsewhere' && (
        <div class="go">
          {canResume && (
            <button class="primary" onClick={() => host.resume()}>
              {words.resume}
            </button>
          )}
          {otherFolder && <button onClick={() => host.changeFolder()}>{words.otherFolder}</button>}
          <button onClick={() => host.discard()}>{words.discard}</button>
        </div>
      )}
    </>
  );
}

function headingOf({ why, saved, name }: TrainingStop, { strings: { stopped: words } }: TrainingPageState): string {
  if (why === 'elsewhere') return fill(words.elsewhere, name);
  const isFailed = why === 'failed';
  if (!saved) return isFailed ? words.failedEarly : words.interruptedEarly;
  const { epoch, fold } = saved;
  if (fold) return fill(isFailed ? words.failedFold : words.interruptedFold, fold.at, fold.of);
  if (epoch === 0) return isFailed ? words.failedFirst : words.interruptedFirst;
  return fill(isFailed ? words.failed : words.interrupted, epoch);
}
