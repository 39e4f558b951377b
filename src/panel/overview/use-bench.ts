import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { messageReader } from '../../shared/protocol/message-reader';
import type { OverviewHostMessage, OverviewInfo, OverviewPageMessage, SavedView } from '../../shared/protocol/overview';
import { RowStore } from '../../findings/store/row-store';
import { Bench } from './bench/bench';
import { TABS, type Tab } from './parts/tabs';

/** What VS Code gives this page. */
export interface OverviewApi {
  postMessage(message: OverviewPageMessage): void;
  getState(): unknown;
  setState(state: { readonly uri: string }): void;
}

/** What the host last said, beside the rows. */
export interface Reading {
  readonly info?: OverviewInfo;
  /** How many rows there will be, where that is known; undefined where all are there. */
  readonly whole?: number;
  readonly isReading: boolean;
  readonly isWorking: boolean;
  readonly problem?: string;
}

const review = v.looseObject({ row: v.number() });
const schema = v.variant('type', [
  v.object({
    type: v.literal('start'),
    info: v.looseObject({ uri: v.string(), name: v.string(), reviewFile: v.string() }),
  }),
  v.object({
    type: v.literal('info'),
    info: v.looseObject({ uri: v.string(), name: v.string(), reviewFile: v.string() }),
  }),
  v.object({
    type: v.literal('piece'),
    piece: v.looseObject({ first: v.number(), rows: v.number() }),
    whole: v.optional(v.number()),
  }),
  v.object({ type: v.literal('otherPiece'), piece: v.looseObject({ first: v.number(), rows: v.number() }) }),
  v.object({ type: v.literal('otherEnd'), name: v.string() }),
  v.object({ type: v.literal('end'), running: v.boolean() }),
  v.object({ type: v.literal('reviews'), reviews: v.array(review) }),
  v.object({ type: v.literal('next'), rows: v.array(v.number()) }),
  v.object({ type: v.literal('annotator'), name: v.string(), reviews: v.array(review) }),
  v.object({ type: v.literal('working') }),
  v.object({ type: v.literal('idle'), problem: v.optional(v.string()) }),
]);

/** What the host sent, or undefined where it is not a message of ours: its frame is looked at, its inside is the worker's. */
const readMessage = messageReader(schema as unknown as v.GenericSchema<unknown, OverviewHostMessage>);

/** Milliseconds between two drawings while rows come in, at least … */
const EVERY = 250;
/** … and in drawing times: of many rows most of the time goes to taking more of them. */
const PAUSE = 8;

/** Gathers the rows that the host sends; `bench` is the same object as long as the page lives. */
export function useBench(api: OverviewApi): { readonly bench: Bench; readonly reading: Reading } {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const [reading, setReading] = useState<Reading>({ isReading: true, isWorking: true });
  const saved = useRef<SavedView>({});
  const bench = useMemo(() => {
    const keep = (view: Bench['view']): void => {
      saved.current = { ...saved.current, ...view };
      api.postMessage({ type: 'view', view: saved.current });
    };
    return new Bench(() => draw(0), keep);
  }, []);
  useEffect(() => {
    let waiting: Parameters<Bench['append']>[0][number][] = [];
    let other = new RowStore();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = EVERY;
    /** A person asked for other results just now, and is shown what moved. */
    let isAsked = false;
    const flush = () => {
      clearTimeout(timer);
      timer = undefined;
      const pieces = waiting;
      waiting = [];
      if (pieces.length === 0) return;
      const started = performance.now();
      bench.append(pieces);
      // What is drawn of them stands in the next frame, with the figures.
      requestAnimationFrame(() => setTimeout(() => (pause = Math.max(EVERY, PAUSE * (performance.now() - started)))));
    };
    const act = (message: OverviewHostMessage): void => {
      switch (message.type) {
        case 'start': {
          const { info } = message;
          waiting = [];
          isAsked = false;
          saved.current = ownView(info.view);
          bench.restart();
          bench.restore(viewOf(info.view));
          if (info.view?.meaning) bench.store.setMeaning(info.view.meaning);
          api.setState({ uri: info.uri });
          return setReading({ info, isReading: true, isWorking: false });
        }
        case 'info':
          return setReading((before) => ({ ...before, info: message.info }));
        case 'piece':
          waiting.push(message.piece);
          api.postMessage({ type: 'more' });
          timer ??= setTimeout(flush, pause);
          return setReading((before) =>
            before.whole === message.whole ? before : { ...before, whole: message.whole },
          );
        case 'otherPiece':
          api.postMessage({ type: 'more' });
          other.append(message.piece);
          return;
        case 'otherEnd':
          bench.compareWith({ name: message.name, store: other }, isAsked);
          other = new RowStore();
          return setReading((before) => ({ ...before, isWorking: false }));
        case 'end':
          flush();
          return setReading((before) => ({ ...before, isReading: message.running, isWorking: false }));
        case 'reviews':
          return bench.setReviews(message.reviews);
        case 'next':
          return bench.reviewNext(message.rows);
        case 'annotator':
          bench.queue.second = { name: message.name, reviews: message.reviews };
          return bench.changedReviews();
        case 'working':
          isAsked = true;
          return setReading((before) => ({ ...before, isWorking: true, problem: undefined }));
        case 'idle':
          return setReading((before) => ({ ...before, isReading: false, isWorking: false, problem: message.problem }));
      }
    };
    const listen = (event: MessageEvent) => {
      const message = readMessage(event.data);
      if (message) act(message);
    };
    window.addEventListener('message', listen);
    api.postMessage({ type: 'ready' });
    return () => window.removeEventListener('message', listen);
  }, []);
  return { bench, reading };
}

/** Without what the host keeps in it. */
function ownView(view: SavedView = {}): SavedView {
  const own: Record<string, unknown> = { ...view };
  delete own.other;
  delete own.second;
  return own;
}

/** What was kept, as far as it is what the page keeps. */
function viewOf(view: SavedView | undefined): Partial<Bench['view']> {
  const { filter, tab, where, columns, sort, dates, before } = view ?? {};
  return {
    ...(filter && { filter }),
    ...(TABS.includes(tab as Tab) && { tab: tab as Tab }),
    ...(where && { where }),
    ...(view?.next && { next: view.next }),
    ...(columns && { columns }),
    ...(sort && { sort }),
    ...(dates !== undefined && { dates }),
    ...(before && { before }),
  };
}
