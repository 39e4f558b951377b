import { translatedRowError } from '../../shared/file-errors';
import type { OverviewStrings } from '../../shared/strings/overview-page';
import { fill } from '../wording/format';
import { useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { readOverviewHostMessage, type OverviewHostMessage } from '../../shared/protocol/host-to-overview';
import type { OverviewInfo, SavedView } from '../../shared/protocol/overview';
import type { OverviewToHost } from '../../shared/protocol/overview-to-host';
import type { Notifier } from '../../shared/rpc/notifications';
import { RowStore } from '../../findings/store/row-store';
import { useMessages } from '../page/use-messages';
import type { VsCodeApi } from '../page/vscode-api';
import { OverviewState } from './state/overview-state';
import { TABS, type Tab } from './parts/tabs';

/** What the host last said about the reading of the rows. */
export interface RowsProgress {
  readonly info?: OverviewInfo;
  /** How many rows there will be, where that is known; undefined if all are there. */
  readonly whole?: number;
  readonly isReading: boolean;
  readonly isWorking: boolean;
  readonly problem?: string;
}

/** Milliseconds between two drawings while rows come in, at least … */
const EVERY = 250;
/** … and at least, in multiples of the time that the last drawing took: with many rows, most of the time is then left for reading. */
const PAUSE = 8;

/** Beyond so many rows, computing figures costs more than reading rows: they are computed again only when the rows have doubled … */
const MANY = 60_000;
/** … or after so many milliseconds, because a run may take long. */
const LONGEST = 15_000;

/** Gathers the rows that the host sends; `overview` is the same object as long as the page lives. */
export function useOverview(
  api: VsCodeApi,
  host: Notifier<OverviewToHost>,
  { rowErrors }: OverviewStrings,
): { readonly overview: OverviewState; readonly progress: RowsProgress } {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const [progress, setProgress] = useState<RowsProgress>({ isReading: true, isWorking: true });
  const saved = useRef<SavedView>({});
  const overview = useMemo(() => {
    const keep = (view: OverviewState['view']): void => {
      saved.current = { ...saved.current, ...view };
      host.view({ view: saved.current });
    };
    const rowError = (sentence: string) => translatedRowError(sentence, (id, values) => fill(rowErrors[id], ...values));
    return new OverviewState(() => draw(0), keep, rowError);
  }, []);
  const hear = useMemo(() => {
    let waiting: Parameters<OverviewState['append']>[0][number][] = [];
    let other = new RowStore();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = EVERY;
    let flushed = 0;
    /** A person asked for other results just now, and is shown what moved. */
    let isAsked = false;
    const flush = () => {
      clearTimeout(timer);
      timer = undefined;
      const pieces = waiting;
      waiting = [];
      if (pieces.length === 0) return;
      const started = (flushed = performance.now());
      overview.append(pieces);
      // They are drawn in the next frame, together with the figures.
      requestAnimationFrame(() => setTimeout(() => (pause = Math.max(EVERY, PAUSE * (performance.now() - started)))));
    };
    /** Shows the rows that came meanwhile, unless there are so many already that these can wait. */
    const flushIfDue = () => {
      const more = waiting.reduce((sum, { rows }) => sum + rows, 0);
      const { rows } = overview.store;
      if (rows > MANY && more < rows && performance.now() - flushed < LONGEST) timer = setTimeout(flushIfDue, pause);
      else flush();
    };
    const act = (message: OverviewHostMessage): void => {
      switch (message.type) {
        case 'start': {
          const { info } = message;
          waiting = [];
          isAsked = false;
          saved.current = ownView(info.view);
          overview.restart();
          overview.restore(knownView(info.view));
          if (info.view?.meaning) overview.store.setMeaning(info.view.meaning);
          api.setState({ uri: info.uri });
          return setProgress({ info, isReading: true, isWorking: false });
        }
        case 'info':
          return setProgress((before) => ({ ...before, info: message.info }));
        case 'piece':
          waiting.push(message.piece);
          host.more();
          timer ??= setTimeout(flushIfDue, pause);
          return setProgress((before) =>
            before.whole === message.whole ? before : { ...before, whole: message.whole },
          );
        case 'otherPiece':
          host.more();
          other.append(message.piece);
          return;
        case 'otherEnd':
          overview.compareWith({ name: message.name, store: other }, isAsked);
          other = new RowStore();
          return setProgress((before) => ({ ...before, isWorking: false }));
        case 'end':
          flush();
          if (!message.running) {
            const places = overview.placeReviews();
            if (places) host.placed({ places });
          }
          return setProgress((before) => ({ ...before, isReading: message.running, isWorking: false }));
        case 'reviews':
          return overview.keepReviews(message.reviews);
        case 'next':
          return overview.reviewNext(message.rows);
        case 'annotator':
          overview.queue.second = { name: message.name, reviews: message.reviews };
          return overview.changedReviews();
        case 'working':
          isAsked = true;
          return setProgress((before) => ({ ...before, isWorking: true, problem: undefined }));
        case 'idle':
          return setProgress((before) => ({ ...before, isReading: false, isWorking: false, problem: message.problem }));
      }
    };
    return act;
  }, []);
  useMessages(readOverviewHostMessage, hear, () => host.ready());
  return { overview, progress };
}

/** The saved view without the parts that the host keeps in it. */
function ownView(view: SavedView = {}): SavedView {
  const own: Record<string, unknown> = { ...view };
  delete own.labels;
  delete own.other;
  delete own.second;
  return own;
}

/** The parts of a saved view that this version of the page supports. */
export function knownView(view: SavedView | undefined): Partial<OverviewState['view']> {
  const { filter, tab, where, columns, sort, dates, before } = view ?? {};
  return {
    ...(filter && { filter }),
    ...(TABS.includes(tab as Tab) && { tab: tab as Tab }),
    ...(where && { where }),
    ...(view?.next && { next: view.next, nextTexts: view.nextTexts }),
    ...(columns && { columns }),
    ...(sort && { sort }),
    ...(dates !== undefined && { dates }),
    ...(before && { before }),
  };
}
