import { useLayoutEffect, useRef } from 'preact/hooks';
import { KeyRows } from '../../page/key-rows';
import { usePage } from '../page-context';

/** The keys of the page, until it is closed. */
export function KeysList({ onClose }: { readonly onClose: () => void }) {
  const { strings } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const keys: readonly (readonly [key: string, does: string])[] = [
    ['J / K', strings.keyHighlights],
    ['P', strings.pin],
    ['W', strings.whatIf],
    ['M', strings.compareModels],
    ['T', strings.keyTable],
    ['Esc', strings.keyBack],
    ['?', strings.keyKeys],
  ];
  return (
    <dialog ref={dialog} class="keys" aria-label={strings.keys} onClose={onClose}>
      <h2>{strings.keys}</h2>
      <KeyRows class="card" keys={keys} />
      <div class="acts">
        <button onClick={() => dialog.current?.close()}>{strings.close}</button>
      </div>
    </dialog>
  );
}
