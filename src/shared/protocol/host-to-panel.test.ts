import { describe, expect, it } from 'vitest';
import { readPanelHostMessage } from './host-to-panel';

const view = {
  id: 1,
  explanation: {
    text: '棒',
    language: 'zh',
    model: 'zh',
    method: 'state-distance',
    signed: false,
    target: 'positive',
    baseline: 'empty state',
    label: 'positive',
    probabilities: { negative: 0.1, positive: 0.9 },
    words: [{ text: '棒', start: 0, end: 1, score: 1, known: true, distance: 0 }],
    milliseconds: 3,
    warnings: [],
  },
  marks: [{ step: 4, direction: 'none', rank: 1, tone: 'neutral' }],
  warnings: [],
  tones: { negative: 'negative', positive: 'positive' },
  phrases: [
    { from: 0, to: 1, whole: { from: 0, to: 1 }, score: 1, step: 4, direction: 'none', rank: 1, tone: 'neutral' },
  ],
  density: 'default',
  sentences: [{ start: 0, end: 1, score: 1, for: 1, against: 0, from: 0, to: 1 }],
  place: { uri: 'file:///a.md', file: 'a.md', line: 1, start: 0 },
  time: '14:02',
  stale: false,
} as const;

describe('readHostMessage', () => {
  it('takes every message of the protocol', () => {
    for (const message of [
      { type: 'show', view },
      { type: 'clear' },
      { type: 'working' },
      { type: 'idle' },
      { type: 'idle', problem: 'The file is damaged.' },
      { type: 'point', word: null },
      { type: 'point', word: 2 },
    ])
      expect(readPanelHostMessage(message)).toEqual(message);
  });

  it('loses no field of a model, optional ones included', () => {
    const model = {
      ...{ name: 'zh', language: 'zh', architecture: 'lstm', labels: ['bad', 'good'], methods: ['lrp'], bytes: 1 },
      ...{ measured: [], purpose: 'Reviews.', speed: { words: 30, milliseconds: 2 }, own: true, problem: 'Damaged.' },
    };
    const message = { type: 'show', view: { ...view, model } };
    expect(readPanelHostMessage(message)).toEqual(message);
  });

  it('refuses what is not one', () => {
    for (const message of [
      undefined,
      { type: 'vscode-theme' },
      { type: 'point' },
      { type: 'show', view: { ...view, marks: [] } },
      { type: 'show', view: { ...view, explanation: { ...view.explanation, words: [] } } },
      { type: 'show', view: { ...view, explanation: { ...view.explanation, probabilities: { positive: NaN } } } },
    ])
      expect(readPanelHostMessage(message)).toBeUndefined();
  });
});
