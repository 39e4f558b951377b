import * as vscode from 'vscode';
import type { ReviewMark } from '../../shared/overview';
import type {
  ChangedRow,
  ComparedAccuracy,
  ShownPrediction,
  TrainingOutcome,
} from '../../shared/protocol/training-page';
import type { BeforeAfter, Interval, RowOutcome, RowResult, FineTuningResult } from '../../shared/fine-tuning';
import { toneIn } from './form-view';
import { modelTitle } from '../wording/names';
import type { TrainingRecord } from './training-record';

/** Rows of each kind that are shown. */
const SHOWN = 30;
/** Characters of a text that are shown. */
const MOST_TEXT = 300;

/** Facts about a result that only the extension knows. */
export interface OutcomeFacts {
  readonly record: TrainingRecord;
  /** The folder of the files, from the workspace's. */
  readonly folder?: string;
  readonly hasWorkspace: boolean;
  /** The model that it would take the place of everywhere. */
  readonly replaces: string;
  /** Highlights of rows, by their index. */
  readonly marks: ReadonlyMap<number, readonly ReviewMark[]>;
}

/** A result as the page shows it. */
export function outcomeView(result: FineTuningResult, facts: OutcomeFacts): TrainingOutcome {
  const { record, folder, hasWorkspace, replaces, marks } = facts;
  const { language, labels, own, general, epochs, split, next } = result;
  const of = (...outcomes: readonly RowOutcome[]) => {
    const rows = result.rows.filter(({ outcome }) => outcomes.includes(outcome));
    return { rows: rows.length, shown: rows.slice(0, SHOWN).map((row) => changedRow(row, result, marks)) };
  };
  return {
    name: result.name,
    source: result.source,
    language,
    date: dayOf(result.date),
    seconds: result.seconds,
    epochs: epochs.run,
    ofEpochs: epochs.most,
    rows: result.trained,
    replayed: result.replayed,
    ...(result.otherLanguage !== undefined && { foreign: result.otherLanguage }),
    ...(split.kind === 'folds' && { folds: split.folds }),
    accuracy: accuracyOf(own),
    macroF1: {
      n: own.n,
      before: own.before?.macroF1,
      after: own.after.macroF1,
      interval: pair(own.after.macroF1Interval),
    },
    ...(general && { general: accuracyOf(general) }),
    baseline: { n: own.n, after: result.baseline.accuracy, interval: pair(result.baseline.accuracyInterval) },
    commonest: result.commonest,
    corrections: Math.max(0, result.corrected - (record.earlier ?? 0)),
    ...(result.reasons && { reasons: result.reasons }),
    labels,
    confusion: result.confusion,
    changes: { mended: of('mended'), broken: of('broken'), wrong: of('still-wrong', 'wrong') },
    ...(next.length > 0 && record.results !== undefined && { next: { rows: next.length, of: record.unlabelled } }),
    ...(folder !== undefined && { folder }),
    hasWorkspace,
    replaces: modelTitle(replaces),
    decided: record.decided,
    ...(record.usedIn && { usedIn: record.usedIn }),
  };
}

/** Rows that the page shows, first those of each kind. */
export function shownRows(result: FineTuningResult): RowResult[] {
  const kinds: readonly (readonly RowOutcome[])[] = [['mended'], ['broken'], ['still-wrong', 'wrong']];
  return kinds.flatMap((kind) => result.rows.filter(({ outcome }) => kind.includes(outcome)).slice(0, SHOWN));
}

function accuracyOf({ n, before, after, change }: BeforeAfter): ComparedAccuracy {
  return {
    n,
    before: before?.accuracy,
    after: after.accuracy,
    interval: pair(after.accuracyInterval),
    ...(change && { difference: pair(change) }),
  };
}

const pair = ({ low, high }: Interval): readonly [number, number] => [low, high];

function changedRow(
  { row, text, label, before, after, place }: RowResult,
  { labels, language }: FineTuningResult,
  marks: OutcomeFacts['marks'],
): ChangedRow {
  const said = (of: typeof after): ShownPrediction => ({ ...of, tone: toneIn(labels, of.label) });
  const cut = text.length > MOST_TEXT;
  const shown = cut ? text.slice(0, MOST_TEXT).replace(/[\uD800-\uDBFF]$/, '') : text;
  return {
    index: row,
    row: place?.line ?? row + 1,
    text: shown,
    ...(cut && { cut }),
    language,
    marks: (marks.get(row) ?? []).filter(({ end }) => end <= shown.length),
    label,
    ...(before && { before: said(before) }),
    after: said(after),
  };
}

/** `2026-07-08` as a person reads it. */
function dayOf(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  return Number.isNaN(day.getTime())
    ? date
    : day.toLocaleDateString(vscode.env.language, { dateStyle: 'long', timeZone: 'UTC' });
}
