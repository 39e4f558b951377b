import { describe, expect, test } from 'vitest';
import { DROP, madeReviews, type MadeReview } from '../../../test/findings/made-reviews';
import { madeRows } from '../../../test/findings/made-rows';
import type { Finding } from '../../shared/findings/figures';
import { allRows, NO_REVIEWS, otherRows, type Data } from '../data';
import { filterRows } from '../filter/filter-rows';
import { isoDay } from '../store/days';
import { PieceBuilder } from '../store/piece-builder';
import { RowStore } from '../store/row-store';
import { aspects } from './aspects';
import { findingsOf } from './findings';
import { sentimentOverTime } from './over-time';

function dataOf(reviews: readonly MadeReview[]): Data {
  const builder = new PieceBuilder();
  for (const row of madeRows(reviews)) builder.add(row);
  const store = new RowStore();
  store.append(builder.take());
  return { store, reviews: NO_REVIEWS };
}

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);
type Kind = Finding['kind'];
const ofKind = <K extends Kind>(findings: readonly Finding[], kind: K) =>
  findings.find((one): one is Extract<Finding, { kind: K }> => one.kind === kind);

describe('three hundred rows', () => {
  const found = SEEDS.map((seed) => findingsOf(dataOf(madeReviews(300, seed))));
  const groups = found.flatMap((findings) => ofKind(findings, 'group') ?? []);

  test('say in many cases which product it is, and hardly ever another one', () => {
    const right = groups.filter(({ value }) => value === DROP.product);
    expect(right.length).toBeGreaterThanOrEqual(8);
    expect(groups.length - right.length).toBeLessThan(2);
  });

  test('a trend is told with the day of the group that carries it', () => {
    for (const findings of found) {
      const [trend, group] = [ofKind(findings, 'trend'), ofKind(findings, 'group')];
      if (trend && group && !group.alone) expect(trend.change.day).toBe(group.change.day);
    }
  });
});

test('the months in which a change may have begun hold the true one in nine of ten cases', () => {
  const changes = SEEDS.map((seed) => {
    const data = dataOf(madeReviews(1_200, seed).filter(({ product }) => product === DROP.product));
    return sentimentOverTime(data, allRows(data))!.change!;
  });
  const right = changes.filter(({ between: [from, to] }) => isoDay(from) <= DROP.from && DROP.from <= isoDay(to));
  expect(changes.every(({ certain }) => certain)).toBe(true);
  expect(right.length).toBeGreaterThanOrEqual(18);
});

test('where nothing was planted, hardly ever anything is found', () => {
  const found = SEEDS.map((seed) => {
    const reviews = madeReviews(300, seed).map((one, at, all) => ({ ...one, posted: all[(at * 7) % 300].posted, product: all[(at * 11) % 300].product })); // prettier-ignore
    return findingsOf(dataOf(reviews));
  });
  expect(found.filter((findings) => ofKind(findings, 'trend') ?? ofKind(findings, 'group')).length).toBeLessThan(3);
});

test('after months without rows, the change began with the first row after them', () => {
  const reviews = madeReviews(8_000).filter(
    ({ posted, product }) => product === DROP.product && (posted < '2023-07' || posted >= '2023-10'),
  );
  const data = dataOf(reviews);
  expect(isoDay(sentimentOverTime(data, allRows(data))!.change!.day)).toBe(DROP.from);
});

test('what is written about only since a change comes first among the aspects', () => {
  const isNew = ({ posted }: MadeReview) => posted >= DROP.from;
  const parts = [{ text: 'The gasket ', says: 0 }, { text: 'is useless', says: -1 }, { text: '.', says: 0 }]; // prettier-ignore
  const reviews = madeReviews(2_000).map((one, at): MadeReview =>
    isNew(one) && at % 6 === 0 ? { ...one, language: 'en', sentiment: 'negative', parts } : one,
  );
  const data = dataOf(reviews);
  const rows = filterRows(data, [{ kind: 'period', from: Date.parse(DROP.from) / 86_400_000, to: 1e6 }]);
  const [first] = aspects(data, rows, otherRows(data, rows));
  expect(first).toMatchObject({ aspect: 'gasket', restRows: 0 });
  expect(first.change).toBeUndefined();
  expect(first.more!.negative.low).toBeGreaterThan(0.1);
  const topics = ofKind(findingsOf(data), 'topics')!;
  expect(topics.aspects.map(({ aspect }) => aspect)).toContain('gasket');
});
