import { describe, expect, it } from 'vitest';
import { FRESH_STATE, readSavedState } from './saved-state';
import { VIEW as view } from './testing';

describe('readSavedState', () => {
  it('takes back what was saved, and starts fresh from anything else', () => {
    const saved = { ...FRESH_STATE, view, open: ['words'], tables: ['why'], scroll: 120 };
    expect(readSavedState(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
    expect(readSavedState(undefined)).toEqual(FRESH_STATE);
    expect(readSavedState({ ...saved, view: { explanation: {} } })).toEqual(FRESH_STATE);
  });
});
