import { describe, expect, test } from 'vitest';
import type { Filter } from '../../../shared/findings/filter';
import { toggled, withAll, withCondition } from './change-filter';

const product = (...values: string[]) => ({ kind: 'column', column: 'product', values }) as const;
const period = { kind: 'period', from: 1, to: 9 } as const;

describe('a condition', () => {
  test('about another thing comes last', () => {
    expect(withCondition([period], product('A'))).toEqual([period, product('A')]);
  });
  test('about the same column takes the place of the one before', () => {
    const filter: Filter = [product('A'), period];
    expect(withCondition(filter, product('B'))).toEqual([product('B'), period]);
    expect(withCondition(filter, { kind: 'column', column: 'stars', values: ['1'] })).toHaveLength(3);
  });
  test('that lets everything through goes', () => {
    expect(withCondition([product('A'), period], product())).toEqual([period]);
    expect(withCondition([{ kind: 'search', text: 'motor' }], { kind: 'search', text: ' ' })).toEqual([]);
  });
  test('is taken away where it is there already', () => {
    expect(toggled(toggled([period], product('A')), product('A'))).toEqual([period]);
  });
});

test('a finding’s filter keeps what it says nothing of', () => {
  expect(withAll([product('A'), period], [{ kind: 'period', from: 3, to: 4 }])).toEqual([
    product('A'),
    { kind: 'period', from: 3, to: 4 },
  ]);
});
