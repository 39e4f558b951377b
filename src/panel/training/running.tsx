import { useLayoutEffect } from 'preact/hooks';
import type { TrainingRun } from '../../shared/protocol/training-page';
import { fill } from '../wording/format';
import { useTrainingPage, type TrainingPageState } from './context';
import { AccuracyCurve, LossCurve } from './curves';

/** A training that runs: whether the model is getting better, and when it will be done. */
export function Running({ run }: { readonly run: TrainingRun }) {
  const page = useTrainingPage();
  const { strings, say, host, layout } = page;
  const { running: words } = strings;
  const isPaused = run.state === 'paused';
  const canSwitch = isPaused || run.state === 'training';
  const toggle = () => canSwitch && (isPaused ? host.resume() : host.pause());
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if (inField || event.ctrlKey || event.altKey || event.metaKey || event.key.toLowerCase() !== 'p') return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [run.state]);
  const percent = say.percent(run.share, 0);
  return (
    <>
      <div class="meta sm">
        <span class="m">{`${run.source} → ${run.name}`}</span>
        <span class="acts">
          <button class={isPaused ? 'primary' : ''} disabled={!canSwitch} onClick={toggle} aria-keyshortcuts="P">
            {isPaused ? words.resume : words.pause} <kbd>P</kbd>
          </button>
          <button disabled={run.state === 'cancelling'} onClick={() => host.cancelTraining()}>
            {words.cancel}
          </button>
        </span>
      </div>
      <h1 class="headline">{headingOf(run, page)}</h1>
      <p class="lead">{leadOf(run, page)}</p>
      <div
        class="prog"
        role="progressbar"
        aria-label={words.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(100 * run.share)}
      >
        <i style={{ width: `${(100 * run.share).toFixed(1)}%` }} />
      </div>
      <p class="sm m facts">
        {factsOf(run, page, percent).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {run.notice !== undefined && <p class="note b">{run.notice}</p>}
      {run.points.length === 0 && run.losses.length === 0 ? (
        <p class="m first">{words.waiting}</p>
      ) : (
        <div class={layout.mode === 'wide' ? 'two first' : 'stacked first'}>
          <AccuracyCurve run={run} />
          <LossCurve run={run} />
        </div>
      )}
      <p class="info note">
        <span class="sign" aria-hidden="true">
          i
        </span>
        {run.points.some(({ loss }) => loss !== undefined) ? words.stops : words.stays}
      </p>
    </>
  );
}

function headingOf(run: TrainingRun, { strings: { running: words } }: TrainingPageState): string {
  const { state, epoch, epochs, fold } = run;
  switch (state) {
    case 'preparing':
      return words.preparing;
    case 'measuring':
      return words.measuring;
    case 'pausing':
      return words.pausing;
    case 'cancelling':
      return words.cancelling;
    case 'paused':
      return fill(words.paused, epoch);
    case 'training':
      return fold ? fill(words.fold, fold.at, fold.of, epoch, epochs) : fill(words.epoch, epoch, epochs);
  }
}

function leadOf(run: TrainingRun, { strings: { running: words }, say }: TrainingPageState): string {
  if (run.state === 'paused') return words.pausedLead;
  const now = [...run.points].reverse().find(({ own }) => own !== undefined)?.own;
  const { own: before } = run.before;
  const parts: string[] = [];
  if (now !== undefined && before !== undefined) parts.push(fill(words.soFar, say.percent(before), say.percent(now)));
  else if (now !== undefined) parts.push(fill(words.soFarNew, say.percent(now)));
  parts.push(run.left === undefined ? words.goOn : fill(words.left, say.time(run.left)));
  return say.sentences(...parts);
}

function factsOf(run: TrainingRun, { strings: { running: words }, say }: TrainingPageState, percent: string): string[] {
  const { rate, elapsed, cores, megabytes, saved } = run;
  const facts = [percent];
  if (rate !== undefined) facts.push(fill(words.rate, say.count(Math.round(rate))));
  facts.push(fill(words.elapsed, say.shortTime(elapsed)));
  facts.push(fill(words.cores, ...cores));
  if (megabytes !== undefined) facts.push(fill(words.megabytes, say.count(Math.round(megabytes))));
  if (saved !== undefined) facts.push(fill(words.saved, say.shortTime(saved)));
  return facts;
}
