import type { CopyForm, Depth, ReadingView } from '../../shared/protocol/reading-page';
import { fill } from '../wording/format';
import { useReadingPage } from './context';
import { Menu } from './menu';
import { columnName } from './names';

/** In plain words what the button does, and the two things about it that can be chosen. */
export function WhatItDoes({ view }: { readonly view: ReadingView }) {
  const { strings, host } = useReadingPage();
  const does = { prediction: strings.predict, explained: strings.explain, measured: strings.measure }[view.depth];
  return (
    <section class="sec">
      <h2>{strings.whatItDoes}</h2>
      <ul class="does">
        <li>{does}</li>
        <li>{fill(view.shown === undefined ? strings.write : strings.writeOfSeveral, view.results)}</li>
        {view.labels && <li>{fill(strings.compare, columnName(view.labels.column, view, strings))}</li>}
      </ul>
      <div class="menus">
        <Menu
          name={strings.forEach}
          value={view.depth}
          options={Object.entries(strings.depths)}
          choose={(depth) => host.depth({ depth: depth as Depth })}
        />
        <Menu
          name={strings.also}
          value={view.also}
          options={Object.entries(strings.copies)}
          choose={(also) => host.also({ also: also as CopyForm })}
        />
      </div>
    </section>
  );
}
