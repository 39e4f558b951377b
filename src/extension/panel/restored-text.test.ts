import { describe, expect, it } from 'vitest';
import { findRestored, readRestoredText } from './restored-text';

const text = 'a good day';
const restored = { uri: 'file:///a.md', start: 10, text, words: [{ start: 2, end: 6 }] };

describe('readRestoredText', () => {
  it('takes what it needs out of the state of the page', () => {
    const { uri, start, words } = restored;
    const state = {
      view: { place: { uri, start, file: 'a.md' }, explanation: { text, words, model: 'en' } },
      scroll: 3,
    };
    expect(readRestoredText(state)).toEqual(restored);
  });

  it('finds nothing where there is nothing', () => {
    for (const state of [undefined, null, {}, { view: undefined }, { view: { place: {}, explanation: {} } }])
      expect(readRestoredText(state)).toBeUndefined();
  });
});

describe('findRestored', () => {
  it('finds the text where it stood, else where it moved to, the nearest first', () => {
    expect(findRestored(restored, `0123456789${text}.`)).toBe(10);
    expect(findRestored(restored, `01234567890123${text}.`)).toBe(14);
    expect(findRestored(restored, `${text}. ${text}`)).toBe(12);
    expect(findRestored({ ...restored, start: 4 }, `${text}................${text}`)).toBe(0);
    expect(findRestored(restored, 'something else')).toBeUndefined();
  });
});
