import { describe, expect, test } from 'vitest';
import { segmentSpaced } from '../../text/spaced';
import type { Row } from '../rows/row';
import { pairDifferences } from './pair-differences';

const row = (text: string, fields: Record<string, unknown> = {}, label = 'positive'): Row => ({ text, label, fields });

describe('counterfactual pairs', () => {
  const one = row('The plot is dull and the cast is bored.', { pair: 7 }, 'negative');
  const other = row('The plot is rich and the whole cast is awake.', { pair: 7 });
  test('differ in the words that were changed', () => {
    const differences = pairDifferences([one, row('alone', { pair: 8 }), other], segmentSpaced);
    const texts = (of: Row) => differences.get(of)!.map(({ start, end }) => of.text.slice(start, end));
    expect(texts(one)).toEqual(['dull', 'bored']);
    expect(texts(other)).toEqual(['rich', 'whole', 'awake']);
    expect(differences.size).toBe(2);
  });

  test('of the same label have no rationale', () => {
    expect(pairDifferences([one, { ...other, label: 'negative' }], segmentSpaced).size).toBe(0);
  });
});
