import { useState } from 'preact/hooks';
import type { TrainingOutcome } from '../../shared/protocol/training-page';
import type { UseWhere } from '../../shared/protocol/training-choices';
import { fill } from '../wording/format';
import { useTrainingPage } from './context';
import { isBetter } from './result-text';

/** Where the new model is to be used, or that it is not. */
export function UseBox({ result }: { readonly result: TrainingOutcome }) {
  const { strings, host } = useTrainingPage();
  const { result: words } = strings;
  const { folder, hasWorkspace, replaces } = result;
  const first: UseWhere = folder !== undefined ? 'folder' : hasWorkspace ? 'workspace' : 'everywhere';
  const [where, setWhere] = useState<UseWhere>(result.usedIn ?? first);
  const better = isBetter(result) !== false;
  const places: readonly { readonly value: UseWhere; readonly title: string; readonly note?: string }[] = [
    ...(folder === undefined
      ? []
      : [{ value: 'folder' as const, title: words.inFolder, note: fill(words.inFolderNote, folder) }]),
    ...(hasWorkspace ? [{ value: 'workspace' as const, title: words.inWorkspace }] : []),
    {
      value: 'everywhere',
      title: fill(words.everywhere, strings.languages[result.language]),
      note: fill(words.everywhereNote, replaces),
    },
  ];
  const state = stateText(result, words);
  return (
    <section class="box" aria-label={words.useThis}>
      <h2 class="small">{words.useThis}</h2>
      <div class="use">
        <fieldset class="rads" aria-label={words.useThis}>
          {places.map(({ value, title, note }) => (
            <label key={value} class="rad">
              <input type="radio" name="where" checked={where === value} onChange={() => setWhere(value)} />
              <span class={where === value ? 'b' : ''}>{title}</span>
              {note !== undefined && <span class="d">{note}</span>}
            </label>
          ))}
        </fieldset>
        <div class="acts">
          <button onClick={() => host.discard()}>{words.discard}</button>
          <button class={better ? '' : 'primary'} onClick={() => host.keep()}>
            {words.keep}
          </button>
          <button class={better ? 'primary' : ''} onClick={() => host.use({ where })}>
            {words.use}
          </button>
        </div>
      </div>
      {state !== undefined && (
        <p class="b state-line" role="status">
          ✓ {state}
        </p>
      )}
    </section>
  );
}

function stateText(
  { decided, usedIn }: TrainingOutcome,
  words: Readonly<Record<'kept' | 'usedFolder' | 'usedWorkspace' | 'usedEverywhere', string>>,
) {
  if (decided === 'kept') return words.kept;
  if (decided === 'open') return undefined;
  return { folder: words.usedFolder, workspace: words.usedWorkspace, everywhere: words.usedEverywhere }[
    usedIn ?? 'workspace'
  ];
}
