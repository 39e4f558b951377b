import { render, type ComponentChildren } from 'preact';
import type { StudyResults } from '../../shared/protocol/panel';
import type { PanelToHost } from '../../shared/protocol/panel-to-host';
import { notifierOf } from '../../shared/rpc/notifications';
import { Explained } from '../explanation/explained';
import { PADDING, type PageLayout } from '../explanation/layout';
import { PageProvider, type Page } from '../explanation/page-context';
import type { StudiesState } from '../explanation/parts/waiting';
import type { ShownExplanation } from '../wording/reading';

/** What is exported, as the page shows it. */
export interface DrawnExplanation {
  readonly shown: ShownExplanation;
  /** The results of the studies that are finished. */
  readonly figures: StudyResults;
  readonly order: 'text' | 'sorted';
  readonly showAll: boolean;
  /** Sections that stand open. */
  readonly open: readonly string[];
}

/** Handlers of a drawing in which nothing can be pressed. */
const SILENT = notifierOf<PanelToHost>(() => undefined);
const NOTHING_ASKED: StudiesState = { waiting: [], problems: {} };

const nothing = (): undefined => undefined;

/** The state of a part of the page that computes no figures. */
export const UNASKED = { working: false, studies: NOTHING_ASKED } as const;

/** The explanation as the page shows it. */
export const explanationContent = (reported: DrawnExplanation): ComponentChildren => (
  <Explained {...reported} {...UNASKED} onOrder={nothing} onShowAll={nothing} onOpen={nothing} />
);

/**
 * Draws a part of the page beside it, as charts, and runs `work` with what was drawn.
 * @param layout of its own: what is exported does not depend on how wide the panel is
 */
export function drawApart<T>(
  content: ComponentChildren,
  page: Page,
  layout: PageLayout,
  work: (room: HTMLElement) => T,
): T {
  const width = layout.content + PADDING[layout.mode];
  const room = document.createElement('div');
  room.style.cssText = `position:absolute;left:-${2 * width}px;top:0;width:${width}px`;
  document.body.append(room);
  try {
    render(
      <PageProvider value={{ ...page, layout, tables: [], host: SILENT, onSheet: nothing, printed: 'charts' }}>
        <main class={`page ${layout.mode}`}>{content}</main>
      </PageProvider>,
      room,
    );
    return work(room);
  } finally {
    render(null, room);
    room.remove();
  }
}
