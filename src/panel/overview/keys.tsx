import { KeyRows } from '../page/key-rows';
import { useOverviewPage } from './context';
import { Dialog } from './parts/dialog';

/** The keys of the page. */
export function Keys({ onClose }: { readonly onClose: () => void }) {
  const { strings } = useOverviewPage();
  const { keys: words } = strings.rows;
  const page = [
    ['Alt+1 … 4', words.tabs],
    ['/', words.search],
    ['F', words.filter],
    [words.backspace, words.drop],
    [words.escape, words.clear],
    ['?', words.help],
  ];
  const rows = [
    [words.arrows, words.go],
    [words.space, words.select],
    [words.shift, words.extend],
    [words.enter, words.read],
    ['N', words.note],
    ['O', words.openFile],
    ['E', words.openPanel],
  ];
  const review = [
    ['1 2 3', words.label],
    [words.enter, words.accept],
    ['S', words.skip],
    ['U', words.undo],
    ['W', words.underline],
    ['N', words.note],
  ];
  const list = (title: string, keys: readonly (readonly string[])[]) => (
    <section>
      <h3>{title}</h3>
      <KeyRows class="keys" keys={keys} />
    </section>
  );
  return (
    <Dialog title={strings.keys} onClose={onClose}>
      {list(strings.title, page)}
      {list(strings.rowsTab, rows)}
      {list(strings.reviewTab, review)}
    </Dialog>
  );
}
