import type { TrainingOutcome } from '../../shared/protocol/training-page';
import { fill } from '../wording/format';
import { BeforeAfter } from './before-after';
import { ChangedRows } from './changed-rows';
import { Confusion } from './confusion';
import { useTrainingPage } from './context';
import { factsOf, headingOf, leadOf } from './result-text';
import { UseBox } from './use-box';

/** The result of a training: whether the model is better, and where it is to be used. */
export function Result({ result }: { readonly result: TrainingOutcome }) {
  const page = useTrainingPage();
  const { strings, say, host } = page;
  const { result: words } = strings;
  return (
    <>
      <div class="meta sm">
        <span class="m facts">{factsOf(result, page)}</span>
        <span class="acts">
          <button onClick={() => host.openCard()}>{words.openCard}</button>
        </span>
      </div>
      <h1 class="headline">{headingOf(result, page)}</h1>
      <p class="lead wide-lead">{leadOf(result, page)}</p>
      <UseBox result={result} />
      <BeforeAfter result={result} />
      <Confusion result={result} />
      <ChangedRows result={result} />
      {result.next && (
        <p class="info note">
          <span class="sign" aria-hidden="true">
            i
          </span>
          {fill(words.next, say.count(result.next.rows), say.count(result.next.of))}{' '}
          <button class="link" onClick={() => host.labelNext()}>
            {words.openQueue}
          </button>
        </p>
      )}
    </>
  );
}
