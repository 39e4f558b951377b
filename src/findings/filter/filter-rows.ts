import type { Tone } from '../../shared/tone';
import type { Condition, Filter } from '../../shared/findings/filter';
import { isDay, NO_VALUE, PHRASE_BITS, TOKEN_BITS } from '../../shared/findings/piece';
import { REASONS } from '../../shared/overview';
import type { Data, RowIndices } from '../data';
import { targetLabel } from './agreement';
import { matchingValues } from './matching';
import { searchTest } from './search';

type Test = (row: number) => boolean;

/** Conditions that are tested last, because they cost most. */
const LAST: readonly Condition['kind'][] = ['any', 'phrase', 'word', 'aspect', 'search'];

/** The rows that meet all conditions, in their order. @throws SearchProblem */
export function filterRows(data: Data, filter: Filter): RowIndices {
  const ordered = [...filter].sort((a, b) => LAST.indexOf(a.kind) - LAST.indexOf(b.kind));
  const tests = ordered.map((condition) => testOf(data, condition));
  const { rows } = data.store;
  const found = new Uint32Array(rows);
  let count = 0;
  rows: for (let row = 0; row < rows; row++) {
    for (const test of tests) if (!test(row)) continue rows;
    found[count++] = row;
  }
  return found.slice(0, count);
}

function testOf(data: Data, condition: Condition): Test {
  const { store, reviews } = data;
  switch (condition.kind) {
    case 'search':
      return searchTest(store, condition.text);
    case 'column':
      return columnTest(data, condition);
    case 'prediction': {
      const wanted = labelTable(data, condition.labels);
      const { values } = store.predictions;
      return (row) => wanted[values[row]] === 1;
    }
    case 'label': {
      const wanted = labelTable(data, condition.labels);
      const label = targetLabel(data, 'file');
      return (row) => wanted[label(row)] === 1;
    }
    case 'confidence': {
      const [from, to] = [Math.round(condition.from * 10_000), Math.round(condition.to * 10_000)];
      const { values } = store.confidences;
      return (row) => values[row] >= from && values[row] <= to && !store.isDamaged(row);
    }
    case 'agreement': {
      const label = targetLabel(data, condition.against ?? 'file');
      if (condition.is === 'none') return (row) => label(row) < 0;
      const wanted = condition.is === 'agrees';
      return (row) =>
        label(row) >= 0 && !store.isDamaged(row) && (label(row) === store.predictions.values[row]) === wanted;
    }
    case 'review': {
      const { values } = store.numbers;
      const review = (row: number) => reviews.get(values[row]);
      if (condition.is === 'noted') return (row) => review(row)?.note !== undefined;
      if (condition.is === 'reviewed') return (row) => review(row)?.label !== undefined;
      if (condition.is === 'unreviewed') return (row) => review(row)?.label === undefined;
      return (row) => {
        const label = review(row)?.label;
        return label !== undefined && label !== store.labels[store.predictions.values[row]];
      };
    }
    case 'period': {
      const { days } = store;
      const { from, to } = condition;
      return (row) => isDay(days[row]) && days[row] >= from && days[row] <= to;
    }
    case 'reason': {
      let bits = 0;
      for (const reason of condition.reasons) bits |= 1 << REASONS.indexOf(reason);
      const label = targetLabel(data, 'file');
      const wrong = condition.reasons.includes('wrong');
      return (row) =>
        (store.reasons.values[row] & bits) !== 0 ||
        (wrong && !store.isDamaged(row) && label(row) >= 0 && label(row) !== store.predictions.values[row]);
    }
    case 'phrase':
      return phraseTest(data, condition.keys, condition.tone);
    case 'aspect':
      return wordTest(data, [condition.aspect, ...inflected(condition.aspect)], condition.tone);
    case 'word':
      return wordTest(data, [condition.word]);
    case 'length':
      return (row) => store.tokenCount(row) >= condition.from && store.tokenCount(row) <= condition.to;
    case 'damaged':
      return (row) => store.isDamaged(row);
    case 'any': {
      const tests = condition.of.map((one) => testOf(data, one));
      return (row) => tests.some((test) => test(row));
    }
    case 'rows': {
      const wanted = new Set(condition.rows);
      return (row) => wanted.has(store.numbers.values[row]);
    }
  }
}

/** 1 at the place of each of the labels; a row without a label has none. */
function labelTable({ store }: Data, labels: readonly string[]): Uint8Array {
  return matchingValues(store.labels, (label) => labels.includes(label));
}

function columnTest({ store }: Data, condition: Extract<Condition, { kind: 'column' }>): Test {
  const column = store.column(condition.column);
  const except = condition.except === true;
  if (!column) return () => except !== condition.values.includes('');
  const values = new Set(condition.values);
  const wanted = matchingValues(column.values, (value) => values.has(value));
  const none = values.has('');
  const codes = column.codes.values;
  return (row) => (codes[row] === NO_VALUE ? none : wanted[codes[row]] === 1) !== except;
}

function phraseTest({ store }: Data, keys: readonly string[], tone: Tone | undefined): Test {
  const set = new Set(keys);
  const wanted = matchingValues(store.phraseKeys, (key) => set.has(key));
  const bit = tone === 'positive' ? PHRASE_BITS.positive : tone === 'negative' ? PHRASE_BITS.negative : 0;
  return (row) => {
    let found = false;
    store.eachPhrase(row, (code, mark) => {
      if (wanted[code] && mark & PHRASE_BITS.decided && (bit === 0 || mark & bit)) found = true;
    });
    return found;
  };
}

function wordTest({ store }: Data, words: readonly string[], tone?: Tone): Test {
  const set = new Set(words);
  const wanted = matchingValues(store.words, (word) => set.has(word));
  const bit = tone === undefined ? 0 : TOKEN_BITS[tone];
  return (row) => store.hasToken(row, wanted, bit);
}

/** The forms of an English noun that count as one: singular and plural. */
function inflected(noun: string): string[] {
  if (!/^[a-z]/.test(noun)) return [];
  return noun.endsWith('y') ? [`${noun.slice(0, -1)}ies`] : [`${noun}s`, `${noun}es`];
}
