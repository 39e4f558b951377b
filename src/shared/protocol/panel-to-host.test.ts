import { describe, expect, it } from 'vitest';
import { readPageMessage } from './panel-to-host';

describe('readPageMessage', () => {
  it('takes every message of the protocol', () => {
    const messages = [
      { type: 'ready' },
      { type: 'mark', word: null },
      { type: 'mark', word: 3 },
      { type: 'reveal', word: 0 },
      { type: 'explainAgain' },
      { type: 'explainAgain', method: 'attention' },
      { type: 'copy', text: 'a\tb' },
      { type: 'explainHere' },
      { type: 'openSample' },
      { type: 'showLog' },
      { type: 'sections', open: ['words'] },
    ];
    for (const message of messages) expect(readPageMessage(message)).toEqual(message);
  });

  it('refuses what is not one', () => {
    for (const message of [
      undefined,
      null,
      'ready',
      {},
      { type: 'run' },
      { type: 'reveal', word: -1 },
      { type: 'reveal', word: 1.5 },
      { type: 'reveal' },
      { type: 'explainAgain', method: 1 },
      { type: 'sections', open: 'words' },
    ])
      expect(readPageMessage(message)).toBeUndefined();
  });
});
