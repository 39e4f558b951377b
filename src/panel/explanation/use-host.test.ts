import { describe, expect, it } from 'vitest';
import { NO_SHEETS } from '../sheets/sheet-state';
import { VIEW as view } from './testing';
import { nextState } from './use-host';

describe('next', () => {
  it('keeps the charts while it works and when it fails, and forgets a problem with the next attempt', () => {
    const shown = nextState({ working: true, sheets: NO_SHEETS }, { type: 'show', view });
    expect(shown).toEqual({ view, working: false, sheets: NO_SHEETS });
    const failed = nextState(nextState(shown, { type: 'working' }), { type: 'idle', problem: 'No.' });
    expect(failed).toMatchObject({ view, working: false, problem: 'No.' });
    expect(nextState(failed, { type: 'working' })).toEqual({ view, working: true, sheets: NO_SHEETS });
    expect(nextState(failed, { type: 'clear' })).toEqual({ working: false, sheets: NO_SHEETS });
  });

  it('keeps what was read for a sheet with its explanation only; the list of recent ones stays', () => {
    const recent = [
      { key: 'a', time: '14:02', file: 'a.txt', line: 1, text: '棒', label: 'positive', tone: 'positive' as const, probability: 1, pinned: true }, // prettier-ignore
    ];
    const open = { working: false, view, sheets: { ...NO_SHEETS, open: 'whatIf' as const, recent } };
    const read = nextState(open, { type: 'whatIf', of: 1, edited: '差', problem: 'No.' });
    expect(read.sheets.whatIf).toEqual({ edited: '差', problem: 'No.' });
    expect(nextState(read, { type: 'show', view }).sheets.whatIf).toBeDefined();
    const another = nextState(read, { type: 'show', view: { ...view, id: 2 } }).sheets;
    expect(another).toEqual({ ...NO_SHEETS, open: 'whatIf', recent });
  });
});
