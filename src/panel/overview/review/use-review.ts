import { useRef, useState } from 'preact/hooks';
import type { ReviewOrder, UnderlinedSpan } from '../../../shared/findings/review';
import type { OverviewRow } from '../state/overview-state';
import { useOverviewPage } from '../context';
import { reviewLabels } from '../parts/label-buttons';
import { reasonWords } from './words-of';

/** The row under review, and the actions on it. */
export interface ReviewState {
  readonly row: OverviewRow | undefined;
  /** Its place among those that wait, from 0. */
  readonly place: number;
  readonly waiting: readonly number[];
  /** What was underlined, also before the row is decided. */
  readonly reason: readonly UnderlinedSpan[];
  /** The words that are being underlined by keyboard; undefined: none are. */
  readonly underlining: UnderlinedSpan | undefined;
  readonly choose: (order: ReviewOrder) => void;
  readonly go: (index: number) => void;
  readonly decide: (label: string | undefined) => void;
  readonly skip: () => void;
  readonly undo: () => void;
  readonly underline: (reason: readonly UnderlinedSpan[]) => void;
  readonly note: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Goes through the queue: after each decision the next row follows. */
export function useReview(): ReviewState {
  const { overview, decide: say } = useOverviewPage();
  const { queue } = overview;
  const [, setShown] = useState<number>();
  // Read by keys that come before the page has been drawn again: each decides the row that follows the one before.
  const chosen = useRef<number | undefined>(undefined);
  const setChosen = (index: number | undefined) => {
    chosen.current = index;
    setShown(index);
  };
  const [span, setSpan] = useState<readonly [number, number]>();
  const reasons = useRef(new Map<number, readonly UnderlinedSpan[]>());
  const store = useRef(overview.store);
  if (store.current !== overview.store) {
    // Rows are read again, and may have other places.
    store.current = overview.store;
    chosen.current = undefined;
    reasons.current.clear();
  }
  const { waiting } = queue;
  const index = chosen.current ?? waiting.at(0);
  const row = index === undefined ? undefined : overview.row(index);
  const atHand = () => chosen.current ?? queue.waiting.at(0);
  const words = row ? reasonWords(row.text) : [];
  const underlining = span && words.length > 0 ? { start: words[span[0]].start, end: words[span[1]].end } : undefined;
  const next = (from: number) => {
    const now = queue.waiting;
    const at = now.indexOf(from);
    setSpan(undefined);
    setChosen(at >= 0 ? now[at + 1] : undefined);
  };
  const reasonOf = (of: OverviewRow) => reasons.current.get(of.index) ?? overview.reviews.get(of.number)?.reason;
  /** Undefined: the prediction is right. */
  const decide = (label: string | undefined) => {
    const index = atHand();
    if (index === undefined) return;
    const row = overview.row(index);
    const reason = underlining ? [...(reasonOf(row) ?? []), underlining] : reasonOf(row);
    queue.did(index);
    next(index);
    say(row, { label: label ?? row.label, order: queue.order, ...(reason && reason.length > 0 && { reason }) });
  };
  const undo = () => {
    const last = queue.last();
    if (last === undefined) return;
    const { label, order } = last.before ?? {};
    say(overview.row(last.row), { label, order });
    setSpan(undefined);
    setChosen(last.row);
  };
  const skip = () => {
    const index = atHand();
    if (index === undefined) return;
    queue.skip(index);
    next(index);
    overview.refresh();
  };
  const underline = (reason: readonly UnderlinedSpan[]) => {
    if (!row) return;
    reasons.current.set(row.index, reason);
    setSpan(undefined);
    if (overview.reviews.has(row.number)) say(row, { reason });
    else overview.refresh();
  };
  const state: Omit<ReviewState, 'onKeyDown'> = {
    row,
    reason: row ? (reasonOf(row) ?? []) : [],
    place: index === undefined ? -1 : waiting.indexOf(index),
    waiting,
    underlining,
    choose: (order) => {
      queue.choose(order);
      setChosen(undefined);
      overview.refresh();
    },
    go: (to) => {
      setSpan(undefined);
      setChosen(to);
    },
    decide,
    skip,
    undo,
    underline,
    note: (text) => row && say(row, { note: text }),
  };
  return { ...state, onKeyDown };

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || isField(event.target)) return;
    const key = event.key.toLowerCase();
    // Also behind the last row of the queue, when none is at hand.
    if (key === 'u') {
      undo();
      return event.preventDefault();
    }
    if (!row) return;
    if (span && moved(event)) return event.preventDefault();
    const labels = reviewLabels(overview.store.orderedLabels());
    const at = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
    if (at >= 0 && at < labels.length) decide(labels[at]);
    else if (key === 'enter' && !isButton(event.target)) decide(undefined);
    else if (key === 's') skip();
    else if (key === 'w') {
      if (underlining) underline([...(reasonOf(row) ?? []), underlining]);
      else if (words.length > 0) setSpan([firstWord(row, words), firstWord(row, words)]);
    } else if (key === 'n') document.getElementById('note')?.focus();
    else return;
    event.preventDefault();
  }

  /** Arrows move the underlined word, Shift and arrows extend it, Escape gives it up. */
  function moved(event: KeyboardEvent): boolean {
    if (!span) return false;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      setSpan(undefined);
      return true;
    }
    if (step === undefined) return false;
    const clamp = (at: number) => Math.min(words.length - 1, Math.max(0, at));
    if (event.shiftKey) setSpan([span[0], Math.max(span[0], clamp(span[1] + step))]);
    else setSpan([clamp(span[0] + step), clamp(span[0] + step)]);
    return true;
  }
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** A button has its own Enter. */
const isButton = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button:not([role="radio"], [role="tab"]), a') !== null;

/** Where underlining begins: at the strongest phrase. */
function firstWord({ marks }: OverviewRow, words: readonly UnderlinedSpan[]): number {
  const strongest = [...marks].sort((a, b) => b.step - a.step)[0];
  const at = strongest ? words.findIndex(({ end }) => end > strongest.start) : 0;
  return Math.max(0, at);
}
