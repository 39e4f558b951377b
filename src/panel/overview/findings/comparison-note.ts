import { fill } from '../../wording/format';
import type { OverviewPageState } from '../context';
import { periodOf } from './time-marks';

/** A sentence for each of what the rows that are shown can be compared with. */
export interface ComparisonNotes {
  readonly none?: string;
  readonly rest: string;
  readonly period: string;
  /** `{0}`: its name. */
  readonly before: string;
  readonly other: string;
}

/** What the figures of a chart are measured against. */
export function comparisonNote({ overview, say }: OverviewPageState, notes: ComparisonNotes): string {
  const { against } = overview.figures;
  switch (against?.kind) {
    case undefined:
      return notes.none ?? '';
    case 'other':
      return fill(notes.other, against.name);
    case 'before':
      return fill(notes.before, say.span(against.period.from, against.period.to));
    case 'rest':
      return periodOf(overview.filter) ? notes.period : notes.rest;
  }
}
