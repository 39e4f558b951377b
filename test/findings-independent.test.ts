import { expect, test } from 'vitest';
import { allRows, NO_REVIEWS, otherRows, type Data } from '../src/findings/data';
import { accuracy } from '../src/findings/figures/accuracy';
import { sentimentByColumn } from '../src/findings/figures/by-column';
import { distinctiveWords } from '../src/findings/figures/distinctive';
import { kappa } from '../src/findings/figures/kappa';
import { sentimentOverTime } from '../src/findings/figures/over-time';
import { phrases } from '../src/findings/figures/phrases';
import { sentimentsOfRows } from '../src/findings/figures/sentiments';
import { slices } from '../src/findings/figures/slices';
import { differenceOf } from '../src/findings/figures/statistics';
import { filterRows } from '../src/findings/filter/filter-rows';
import { isoDay } from '../src/findings/store/days';
import { PieceBuilder } from '../src/findings/store/piece-builder';
import type { ResultRow } from '../src/findings/store/result-row';
import { RowStore } from '../src/findings/store/row-store';
import { seededRandom } from '../src/shared/random';
import { independentFigures, independentKappa } from './findings/independent';
import { madeReviews } from './findings/made-reviews';
import { asNdjson, madeRows } from './findings/made-rows';

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** 10,000 rows as written, read by both. */
const written = asNdjson(madeRows(madeReviews(10_000)));
const anew = independentFigures(written);
const store = new RowStore();
const builder = new PieceBuilder();
for (const line of written.split('\n').filter(Boolean)) {
  builder.add(JSON.parse(line) as ResultRow);
  if (builder.waiting === 999) store.append(builder.take());
}
store.append(builder.take());
const data: Data = { store, reviews: NO_REVIEWS };
const all = allRows(data);

function same(ours: Interval, theirs: Interval): void {
  for (const key of ['value', 'low', 'high'] as const) expect(ours[key]).toBeCloseTo(theirs[key], 10);
}

test('counts and Wilson intervals: all rows, by product, by month', () => {
  const sentiments = sentimentsOfRows(store, all);
  for (const tone of ['negative', 'neutral', 'positive'] as const) {
    expect(sentiments[tone].rows).toBe(anew.shares[tone].count);
    same(sentiments[tone], anew.shares[tone]);
  }
  const products = sentimentByColumn(data, all, 'product')!.groups;
  expect(products.map(({ value }) => value).sort()).toEqual(Object.keys(anew.byProduct).sort());
  for (const group of products) {
    expect(group.rows).toBe(anew.byProduct[group.value].rows);
    same(group.positive, anew.byProduct[group.value].positive);
    same(group.negative, anew.byProduct[group.value].negative);
  }
  const { points } = sentimentOverTime(data, all, 'month')!;
  expect(points).toHaveLength(Object.keys(anew.byMonth).length);
  for (const point of points) same(point.negative, anew.byMonth[isoDay(point.from).slice(0, 7)].negative);
});

test('the change over time and its interval', () => {
  const day = Date.UTC(2023, 9, 1) / 86_400_000;
  const [before, after] = [
    { from: -1e6, to: day - 1 },
    { from: day, to: 1e6 },
  ].map((period) => sentimentsOfRows(store, filterRows(data, [{ kind: 'period', ...period }])).negative);
  same(before, anew.change.before);
  same(after, anew.change.after);
  same(differenceOf(before, after), anew.change);
  const change = sentimentOverTime(data, all)!.change!;
  expect([isoDay(change.day), change.after.rows]).toEqual(['2023-10-01', after.rows]);
  // Its place was searched for among 17 months and two shares, as one of two kinds of changes: the interval is that much wider.
  expect(change.difference.high - change.difference.low).toBeGreaterThan(anew.change.high - anew.change.low);
  for (const key of ['value', 'low', 'high'] as const) expect(change.difference[key]).toBeCloseTo(anew.widened[key], 7);
});

test('accuracy, confusion matrix, macro-F1, calibration, thresholds', () => {
  const figure = accuracy(data, all, 'file')!;
  expect(figure.labels).toEqual(['negative', 'neutral', 'positive']);
  expect(figure.matrix).toEqual(anew.accuracy.matrix);
  same(figure.accuracy, anew.accuracy.accuracy);
  expect(figure.macroF1).toBeCloseTo(anew.accuracy.macroF1, 10);
  expect(figure.calibration.map(({ rows }) => rows)).toEqual(anew.calibration.bins.map((bin) => bin.rows));
  figure.calibration.forEach((bin, at) => {
    expect(bin.confidence).toBeCloseTo(anew.calibration.bins[at].confidence, 9);
    same(bin.accuracy, anew.calibration.bins[at].accuracy);
  });
  expect(figure.calibrationError).toBeCloseTo(anew.calibration.error, 9);
  figure.classes.forEach(({ precision, recall }, at) => {
    expect(precision).toBeCloseTo(anew.accuracy.classes[at].precision, 10);
    expect(recall).toBeCloseTo(anew.accuracy.classes[at].recall, 10);
  });
  for (const { threshold, kept, right } of anew.thresholds) {
    const point = figure.thresholds.find((one) => one.threshold === threshold)!;
    expect([point.kept, point.accuracy!.rows]).toEqual([kept, right.count]);
    same(point.accuracy!, right);
  }
  const bySlice = slices(data, all, 'file', 1_000).filter(({ name }) => name === 'stars');
  expect(bySlice.length).toBeGreaterThan(0);
  for (const slice of bySlice) {
    const theirs = anew.sliceOf(slice.value);
    same(slice.accuracy, theirs.own);
    same(slice.change, theirs.change);
  }
});

test('how often a phrase decided, and how many times as often as elsewhere', () => {
  // Of sure predictions: of others, a phrase may move the probability too little to be highlighted.
  const [rows, rest] = [false, true].map((except) =>
    filterRows(data, [
      { kind: 'column', column: 'product', values: ['Grinder G3'], ...(except && { except }) },
      { kind: 'confidence', from: 0.6, to: 1 },
    ]),
  );
  const { negative } = phrases(data, rows, rest, 1_000);
  for (const phrase of ['useless', 'disappointed']) {
    const theirs = anew.timesOf(phrase, 'Grinder G3');
    const ours = negative.find(({ text }) => text === phrase)!;
    expect([ours.rows, ours.restRows]).toEqual([theirs.rows, theirs.restRows]);
    same(ours.times!, theirs);
  }
});

test('log-odds of distinctive words', () => {
  const rows = filterRows(data, [{ kind: 'column', column: 'product', values: ['Grinder G3'] }]);
  const words = distinctiveWords(data, rows, otherRows(data, rows), 30);
  expect(words.map(({ word }) => word)).toEqual(expect.arrayContaining(['motor', 'burnt', 'refund']));
  const theirs = anew.logOdds(
    'Grinder G3',
    words.map(({ word }) => word),
  );
  words.forEach((one, at) => {
    expect(one.logOdds).toBeCloseTo(theirs[at].logOdds, 9);
    expect(one.z).toBeCloseTo(theirs[at].z, 9);
    expect(one.rows).toBe(anew.rowsWith(one.word, 'Grinder G3'));
  });
});

test('κ of two annotators', () => {
  const random = seededRandom(3);
  const labels = ['negative', 'neutral', 'positive'];
  const first = Array.from({ length: 10_000 }, () => labels[Math.floor(random() * 3)]);
  const second = first.map((label) => (random() < 0.75 ? label : labels[Math.floor(random() * 3)]));
  const reviews = (said: readonly string[]) => said.map((label, at) => ({ row: at + 1, label }));
  const figure = kappa([...reviews(first), { row: 20_000, label: 'positive' }, { row: 20_001 }], reviews(second));
  const theirs = independentKappa(first, second);
  same(figure.kappa!, { ...theirs, value: theirs.kappa });
  expect(figure.both).toBe(10_000);
  expect(figure.differ).toEqual(first.flatMap((label, at) => (label === second[at] ? [] : [at + 1])));
});
