import { render, type ComponentChildren } from 'preact';
import type { StudyResults } from '../../shared/protocol/panel';
import { Explained } from '../explanation/explained';
import { layoutFor } from '../explanation/layout';
import { PageProvider, type Page } from '../explanation/page-context';
import type { StudiesState } from '../explanation/parts/waiting';
import type { PanelModel } from '../wording/reading';

/** What is exported, as the page shows it. */
export interface Reported {
  readonly reading: PanelModel;
  /** What was worked out beside it so far. */
  readonly figures: StudyResults;
  readonly order: 'text' | 'sorted';
  readonly showAll: boolean;
  /** Sections that stand open. */
  readonly open: readonly string[];
}

const NOTHING_ASKED: StudiesState = { waiting: [], problems: {} };

interface Apart {
  /** Of the whole, in pixels: what is exported does not depend on how wide the panel is. */
  readonly width: number;
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
}

/** Draws the explanation beside the page, at a width of its own and as charts, and runs `work` with what was drawn. */
export function drawnApart<T>(reported: Reported, page: Page, apart: Apart, work: (room: HTMLElement) => T): T {
  const { width, before, after } = apart;
  const layout = layoutFor(width);
  const room = document.createElement('div');
  room.style.cssText = `position:absolute;left:-${2 * width}px;top:0;width:${width}px`;
  document.body.append(room);
  const nothing = () => undefined;
  try {
    render(
      <PageProvider value={{ ...page, layout, tables: [], send: nothing, onSheet: nothing, printed: true }}>
        <main class={`page ${layout.mode}`}>
          {before}
          <Explained
            {...reported}
            working={false}
            studies={NOTHING_ASKED}
            onOrder={nothing}
            onShowAll={nothing}
            onOpen={nothing}
          />
          {after}
        </main>
      </PageProvider>,
      room,
    );
    return work(room);
  } finally {
    render(null, room);
    room.remove();
  }
}
