import { expect, test } from 'vitest';
import { seededRandom } from '../../shared/random';
import { allRows, NO_REVIEWS, type Data } from '../data';
import { PieceBuilder } from '../store/piece-builder';
import { RowStore } from '../store/row-store';
import { findingsOf } from './findings';
import { slices } from './slices';

const LABELS = ['negative', 'neutral', 'positive'];
const WORDS = Array.from({ length: 60 }, (_, at) => `word${String.fromCharCode(97 + (at % 26))}${at}`);

/**
 * Rows in which nothing depends on anything: neither what is predicted, nor whether that is right.
 *
 * @param wrong so many are of a shop of their own, and all predicted wrongly
 */
function chance(rows: number, seed: number, wrong = 0): Data {
  const random = seededRandom(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)];
  const builder = new PieceBuilder();
  for (let row = 1; row <= rows; row++) {
    const label = random() < 0.25 ? 'negative' : random() < 0.2 ? 'neutral' : 'positive';
    const isWrong = row <= wrong;
    const right = !isWrong && random() < 0.8;
    const given = right ? label : one(LABELS.filter((name) => name !== label));
    const words = Array.from({ length: 8 }, () => one(WORDS));
    builder.add({
      row,
      line: row + 1,
      text: words.join(' '),
      language: 'en',
      model: 'en',
      label,
      probabilities: Object.fromEntries(LABELS.map((name) => [name, name === label ? 0.9 : 0.05])),
      given,
      givenLabel: given,
      date: new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 365))).toISOString().slice(0, 10),
      cells: {
        shop: isWrong ? 'Kiosk' : one(['North', 'South', 'East', 'West']),
        channel: one(['web', 'desk', 'app']),
      },
      milliseconds: 0.1,
      warnings: [],
    });
  }
  const store = new RowStore();
  store.append(builder.take());
  return { store, reviews: NO_REVIEWS };
}

const FILES = 300;
const CLAIMS = ['trend', 'group', 'difference'];

test('of files in which nothing changed, at most one in twenty is said to have changed, or to differ anywhere', () => {
  let named = 0;
  for (let seed = 1; seed <= FILES; seed++)
    if (findingsOf(chance(300, seed)).some(({ kind }) => CLAIMS.includes(kind))) named++;
  // Three standard errors above 5 %.
  expect(named / FILES).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / FILES));
  // Such files there are: the test would see a rule that names nothing.
  expect(named).toBeGreaterThan(0);
});

test('where predictions err as often everywhere, no slice is named as the worst but by chance in one file of twenty', () => {
  const files = 100;
  let named = 0;
  for (let seed = 1; seed <= files; seed++) {
    const data = chance(300, seed);
    if (slices(data, allRows(data), 'file').length > 0) named++;
  }
  expect(named / files).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / files));
});

test('a slice is named from thirty rows on, however wrong fewer are', () => {
  const named = (wrong: number) => {
    const data = chance(600, 1, wrong);
    return slices(data, allRows(data), 'file').map(({ value }) => value);
  };
  expect(named(29)).toEqual([]);
  expect(named(30)).toEqual(['Kiosk']);
});
