import type { FineTuningCheck, FineTuningProgress, FineTuningResult } from '../../../shared/fine-tuning';

/** What a check finds of 400 English rows of three classes. */
export const checkSample = (changes: Partial<FineTuningCheck> = {}): FineTuningCheck => ({
  language: 'en',
  start: { kind: 'model', model: 'en', reason: 'fits' },
  labels: ['negative', 'neutral', 'positive'],
  newOutput: false,
  rows: 400,
  classes: [
    { label: 'negative', rows: 220 },
    { label: 'neutral', rows: 20 },
    { label: 'positive', rows: 160 },
  ],
  duplicates: [{ text: 'Fine.', rows: [3, 9, 12] }],
  conflicts: [{ text: 'Well.', rows: [1, 2] }],
  withoutWords: [7],
  otherLabels: [],
  otherLanguage: [],
  rare: [{ label: 'neutral', times: 3.3 }],
  split: { kind: 'held-out', train: 280, validation: 40, heldOut: 80 },
  reasons: 0,
  replayed: 1_200,
  epochs: 6,
  seconds: 25,
  bytes: 7_000_000,
  obstacles: [],
  ...changes,
});

/** Half-way through the third epoch. */
export const progressSample = (changes: Partial<FineTuningProgress> = {}): FineTuningProgress => ({
  phase: 'training',
  epoch: 2,
  epochs: 6,
  step: 5,
  steps: 10,
  points: [
    { epoch: 0, validationLoss: 0.9, accuracy: 0.7, general: 0.9 },
    { epoch: 1, loss: 0.7, validationLoss: 0.6, accuracy: 0.8, general: 0.89 },
    { epoch: 2, loss: 0.5, validationLoss: 0.5, accuracy: 0.85, general: 0.9 },
  ],
  done: 0.4,
  examplesPerSecond: 210,
  secondsLeft: 12,
  seconds: 9,
  cores: 2,
  memory: 600e6,
  savedAt: 7,
  paused: false,
  ...changes,
});

const figures = (accuracy: number) => ({
  accuracy,
  accuracyInterval: { low: accuracy - 0.05, high: accuracy + 0.05 },
  macroF1: accuracy - 0.1,
  macroF1Interval: { low: accuracy - 0.2, high: accuracy },
});

/** A result: of four rows one was mended, one broken, one is wrong as before. */
export const resultSample = (changes: Partial<FineTuningResult> = {}): FineTuningResult => ({
  name: 'english-tickets',
  out: 'memory:/models/english-tickets',
  source: 'tickets.csv',
  language: 'en',
  labels: ['negative', 'neutral', 'positive'],
  start: { kind: 'model', model: 'en' },
  newOutput: false,
  split: { kind: 'held-out', train: 280, validation: 40, heldOut: 80 },
  own: { n: 80, before: figures(0.7), after: figures(0.85), change: { points: 0.15, low: 0.06, high: 0.24 } },
  general: { n: 500, before: figures(0.9), after: figures(0.895), change: { points: -0.005, low: -0.02, high: 0.01 } },
  baseline: figures(0.72),
  commonest: 0.55,
  confusion: { after: [[1, 0, 0], [0, 1, 1], [0, 0, 1]] }, // prettier-ignore
  rows: [
    { row: 0, text: 'Still waiting.', label: 'negative', outcome: 'mended', before: { label: 'neutral', probability: 0.6 }, after: { label: 'negative', probability: 0.9 }, place: { line: 2 } }, // prettier-ignore
    { row: 5, text: 'Thanks, where is it?', label: 'neutral', outcome: 'broken', before: { label: 'neutral', probability: 0.6 }, after: { label: 'positive', probability: 0.7 } }, // prettier-ignore
    { row: 6, text: `${'long '.repeat(80)}`, label: 'positive', outcome: 'still-wrong', before: { label: 'neutral', probability: 0.8 }, after: { label: 'neutral', probability: 0.7 } }, // prettier-ignore
    { row: 8, text: 'Great.', label: 'positive', outcome: 'still-right', before: { label: 'positive', probability: 0.9 }, after: { label: 'positive', probability: 0.95 } }, // prettier-ignore
  ],
  outcomes: { mended: 1, broken: 1, 'still-wrong': 1, 'still-right': 1 },
  trained: 280,
  replayed: 1_200,
  corrected: 12,
  epochs: { run: 5, most: 6, kept: 4, stoppedEarly: true },
  seconds: 24,
  date: '2026-07-08',
  next: ['41', '7'],
  bytes: 7_000_000,
  ...changes,
});
