import type { ComponentChildren } from 'preact';
import { usePage } from '../page-context';
import { fill } from '../../wording/format';

/** Nothing was explained yet: how to start. */
export function Empty() {
  const { strings, host } = usePage();
  const keys = /Mac/.test(navigator.platform) ? ['⌃', '⌥', 'H'] : ['Ctrl', 'Alt', 'H'];
  return (
    <section class="state">
      <h1>{strings.emptyTitle}</h1>
      <p>
        {rich(strings.emptyHow, [
          <b key="command">{strings.explainSentiment}</b>,
          <span key="keys">
            {keys.map((key, index) => (
              <>
                {index > 0 && ' '}
                <kbd key={key}>{key}</kbd>
              </>
            ))}
          </span>,
        ])}
      </p>
      <div class="acts">
        <button class="primary" onClick={() => host.explainHere()}>
          {strings.explainHere}
        </button>
        <button onClick={() => host.openSample()}>{strings.openSample}</button>
      </div>
      <p class="m sm">{strings.staysHere}</p>
    </section>
  );
}

/** The first explanation is under way: there is nothing to show yet. */
export function Working() {
  const { strings } = usePage();
  return (
    <p class="working" role="status">
      {strings.working}
    </p>
  );
}

/** The text was changed under its explanation: the charts stay. */
export function Stale({ time, onKeep }: { readonly time: string; readonly onKeep: () => void }) {
  const { strings, host } = usePage();
  return (
    <section class="state banner" role="status">
      <h2>{strings.staleTitle}</h2>
      <p>{fill(strings.staleBody, time)}</p>
      <div class="acts">
        <button class="primary" onClick={() => host.explainAgain()}>
          {strings.explainAgain}
        </button>
        <button onClick={onKeep}>{strings.keepCharts}</button>
      </div>
    </section>
  );
}

/** It could not be explained; what was shown before stays below. */
export function Problem({ message }: { readonly message: string }) {
  const { strings, host } = usePage();
  return (
    <section class="state banner" role="alert">
      <div class="err">
        <h2>{strings.problemTitle}</h2>
        <p>{message}</p>
      </div>
      <div class="acts">
        <button class="primary" onClick={() => host.explainAgain()}>
          {strings.tryAgain}
        </button>
        <button onClick={() => host.showLog()}>{strings.showLog}</button>
      </div>
    </section>
  );
}

/** `{0}` … of a template, filled in with elements. */
function rich(template: string, values: readonly ComponentChildren[]): ComponentChildren[] {
  return template.split(/(\{\d\})/).map((part) => (/^\{\d\}$/.test(part) ? values[Number(part[1])] : part));
}
