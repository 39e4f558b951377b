import type { ComparedSentiments, Sentiments } from '../../shared/findings/figures';
import type { RowStore } from '../store/row-store';
import type { RowIndices } from '../data';
import { differenceOf, shareOf } from './statistics';

/** Rows of negative, neutral and positive. */
export type Counts = [negative: number, neutral: number, positive: number];

export const totalOf = ([negative, neutral, positive]: Counts): number => negative + neutral + positive;

/** The place of a row in `Counts`; −1: it could not be annotated. */
export function toneIndex(store: RowStore): (row: number) => number {
  const places = new Int8Array(256).fill(-1);
  store.tones.forEach((tone, label) => (places[label] = tone + 1));
  const { values } = store.predictions;
  return (row) => places[values[row]];
}

function countTones(store: RowStore, rows: RowIndices): Counts {
  const counts: Counts = [0, 0, 0];
  const tone = toneIndex(store);
  for (const row of rows) {
    const its = tone(row);
    if (its >= 0) counts[its]++;
  }
  return counts;
}

export function sentimentsOf(counts: Counts): Sentiments {
  const rows = totalOf(counts);
  const [negative, neutral, positive] = counts;
  return {
    rows,
    negative: shareOf(negative, rows),
    neutral: shareOf(neutral, rows),
    positive: shareOf(positive, rows),
  };
}

/** Sentiments with their change against the reference, where both have rows. */
export function comparedSentiments(counts: Counts, reference: Counts | undefined): ComparedSentiments {
  const its = sentimentsOf(counts);
  const other = reference && sentimentsOf(reference);
  if (!other || other.rows === 0 || its.rows === 0) return its;
  return {
    ...its,
    reference: other,
    change: differenceOf(other.positive, its.positive),
    changeNegative: differenceOf(other.negative, its.negative),
  };
}

/** Sentiments of a set of rows. */
export const sentimentsOfRows = (store: RowStore, rows: RowIndices): Sentiments =>
  sentimentsOf(countTones(store, rows));
