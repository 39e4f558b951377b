import { useState } from 'preact/hooks';
import type { Sheet } from '../../../shared/protocol/sheets';
import { usePage } from '../page-context';
import { askedAgain } from './asked-again';
import { fill } from '../../wording/format';
import type { ShownExplanation } from '../../wording/reading';
import { Menu, type MenuItem } from './menu';

interface TopBarProps {
  readonly shown: ShownExplanation;
  readonly working: boolean;
  readonly onSheet: (sheet: Sheet) => void;
  readonly onPin: () => void;
  readonly onKeys: () => void;
  /** Resolves when the clipboard has it. */
  readonly onCopy: (as: 'image' | 'rich') => Promise<void>;
}

/** Where the text stands, and what can be done with its explanation; in a narrow page all of it is in the menu. */
export function TopBar({ shown, working, onSheet, onPin, onKeys, onCopy }: TopBarProps) {
  const { strings, host, layout } = usePage();
  const { place, explanation } = shown.view;
  const [said, say] = useState('');
  const copy = (as: 'image' | 'rich') => () =>
    void onCopy(as).then(
      () => say(strings.copied),
      () => say(strings.notCopied),
    );
  const count = shown.words.length;
  const words = count === 1 ? strings.wordsOne : fill(strings.wordsMany, count.toLocaleString('en-US'));
  const exporting: MenuItem = { label: strings.export, onChoose: () => host.export() };
  const pinning: MenuItem = { label: strings.pin, key: 'P', onChoose: onPin };
  const narrow = layout.mode === 'narrow';
  const items: readonly MenuItem[] = [
    ...(narrow ? [pinning, exporting] : []),
    { label: strings.copyImage, onChoose: copy('image') },
    { label: strings.copyRich, onChoose: copy('rich') },
    { label: strings.copyReport, onChoose: () => host.export({ format: 'markdown' }) },
    { label: strings.pinnedAndRecent, onChoose: () => onSheet('pinned') },
    { label: strings.explainAgain, disabled: working, onChoose: () => host.explainAgain(askedAgain(explanation, {})) },
    { label: strings.keys, key: '?', onChoose: onKeys },
  ];
  return (
    <div class="meta sm">
      <span class="m">
        {fill(strings.place, place.file, place.line)} · {words}
        <span role="status">{working ? ` · ${strings.explaining}` : said && ` · ${said}`}</span>
      </span>
      <span class="acts">
        {!narrow && (
          <>
            <button onClick={onPin}>{strings.pin}</button>
            <button onClick={exporting.onChoose}>{strings.export}</button>
          </>
        )}
        <Menu label={strings.more} items={items} />
      </span>
    </div>
  );
}
