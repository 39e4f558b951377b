import type { PanelView } from '../../shared/protocol/panel';

/** The view of a text of one word. */
export const VIEW = {
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
} as const satisfies PanelView;
