import type {
  ChangeKind,
  ChangedRow,
  TrainingForm,
  TrainingOutcome,
  TrainingRun,
  TrainingStop,
} from '../../src/shared/protocol/training-page';

export type SampleLanguage = 'en' | 'zh';

const WORDS = {
  en: {
    source: 'support-tickets.csv',
    name: 'english-support-tickets',
    text: 'message',
    label: 'mood',
    model: 'English 2.0',
  },
  zh: { source: '客服工单.csv', name: '中文-客服工单', text: '内容', label: '情绪', model: '中文 2.0' },
};

const LABELS = ['negative', 'neutral', 'positive'] as const;

/** A form as it stands when all is counted. */
export function formSample(language: SampleLanguage, changes: Partial<TrainingForm> = {}): TrainingForm {
  const { source, name, text, label, model } = WORDS[language];
  return {
    ...{ source, name, text, label },
    reviewed: false,
    rows: 1_240,
    start: { chosen: 'best', best: { title: model, sameLanguage: true, sameLabels: true }, scratchFrom: 5_000 },
    labels: LABELS,
    newHead: false,
    bytes: 7_100_000,
    options: { epochs: 6, learningRate: 0.001, batchSize: 32, seed: 1 },
    seconds: 40,
    cores: 2,
    checks: [
      { kind: 'enough', rows: 1_240, heldOut: 248 },
      { kind: 'duplicates', rows: 31 },
      { kind: 'conflicts', texts: 6 },
      { kind: 'rare', label: 'neutral', share: 0.09, weight: 2.4 },
      { kind: 'replay', texts: 4_000 },
    ],
    classes: [
      { label: 'negative', rows: 702, tone: 'negative' },
      { label: 'neutral', rows: 112, tone: 'neutral' },
      { label: 'positive', rows: 426, tone: 'positive' },
    ],
    ...changes,
  };
}

/** A run in its fourth epoch of six. */
export function runSample(language: SampleLanguage, changes: Partial<TrainingRun> = {}): TrainingRun {
  const { source, name } = WORDS[language];
  const own = [0.714, 0.798, 0.842, 0.86, 0.871, 0.875, 0.873, 0.879];
  return {
    ...{ source, name },
    state: 'training',
    epoch: 4,
    epochs: 6,
    share: 0.6,
    rate: 212,
    elapsed: 25,
    left: 17,
    cores: [1, 2],
    megabytes: 612,
    saved: 3,
    before: { own: 0.714, general: 0.906 },
    points: own.map((value, i) => ({
      epoch: i / 2,
      own: value,
      general: 0.906 - 0.001 * (i % 4),
      loss: 0.34 + 0.5 * 0.42 ** (i / 2),
    })),
    losses: Array.from({ length: 18 }, (_, i) => ({
      epoch: 0.2 * (i + 1),
      loss: 0.23 + 0.5 * 0.6 ** (i / 3) + 0.01 * (i % 3),
    })),
    ...changes,
  };
}

const ROWS: Readonly<Record<SampleLanguage, Readonly<Record<ChangeKind, readonly ChangedRow[]>>>> = {
  en: {
    mended: [
      changed(
        118,
        'Still waiting for a reply, day nine.',
        ['waiting for a reply'],
        'negative',
        ['neutral', 0.61],
        ['negative', 0.97],
      ),
      changed(
        240,
        'The export hangs at 99 % every time.',
        ['hangs at 99 %'],
        'negative',
        ['neutral', 0.55],
        ['negative', 0.94],
      ),
      changed(
        377,
        'Works again after the update, cheers.',
        ['Works again'],
        'positive',
        ['neutral', 0.48],
        ['positive', 0.92],
      ),
    ],
    broken: [
      changed(
        501,
        'Thanks, but where do I find the invoice?',
        ['Thanks'],
        'neutral',
        ['neutral', 0.64],
        ['positive', 0.71],
      ),
    ],
    wrong: [changed(12, 'Second ticket about this.', [], 'negative', ['neutral', 0.8], ['neutral', 0.6])],
  },
  zh: {
    mended: [
      changed(118, '等了九天还没有人回复。', ['没有人回复'], 'negative', ['neutral', 0.61], ['negative', 0.97]),
      changed(240, '每次导出都卡在百分之九十九。', ['卡在'], 'negative', ['neutral', 0.55], ['negative', 0.94]),
    ],
    broken: [changed(501, '谢谢，请问发票在哪里下载？', ['谢谢'], 'neutral', ['neutral', 0.64], ['positive', 0.71])],
    wrong: [changed(12, '这是第二次提交工单了。', [], 'negative', ['neutral', 0.8], ['neutral', 0.6])],
  },
};

type Said = readonly [label: (typeof LABELS)[number], probability: number];

function changed(
  row: number,
  text: string,
  marked: readonly string[],
  label: string,
  before: Said,
  after: Said,
): ChangedRow {
  const said = ([name, probability]: Said) => ({ label: name, probability, tone: name });
  return {
    index: row,
    row,
    text,
    language: /\p{sc=Han}/u.test(text) ? 'zh' : 'en',
    marks: marked.map((part) => ({
      start: text.indexOf(part),
      end: text.indexOf(part) + part.length,
      step: 4,
      against: false,
      tone: after[0],
    })),
    label,
    before: said(before),
    after: said(after),
  };
}

/** A result: better, with one row in twenty broken. */
export function resultSample(language: SampleLanguage, changes: Partial<TrainingOutcome> = {}): TrainingOutcome {
  const { source, name, model } = WORDS[language];
  const shown = ROWS[language];
  return {
    ...{ source, name, language },
    date: language === 'en' ? '8 July 2026' : '2026年7月8日',
    seconds: 41,
    epochs: 5,
    ofEpochs: 6,
    rows: 955,
    replayed: 4_000,
    accuracy: { n: 248, before: 0.714, after: 0.883, interval: [0.837, 0.917], difference: [0.113, 0.226] },
    macroF1: { n: 248, before: 0.646, after: 0.802, interval: [0.734, 0.859] },
    general: { n: 3_000, before: 0.906, after: 0.902, interval: [0.891, 0.912] },
    baseline: { n: 248, after: 0.79, interval: [0.735, 0.836] },
    commonest: 0.573,
    corrections: 0,
    labels: LABELS,
    confusion: {
      before: [
        [96, 38, 8],
        [3, 15, 4],
        [7, 11, 66],
      ],
      after: [
        [130, 7, 5],
        [4, 14, 4],
        [4, 5, 75],
      ],
    },
    changes: {
      mended: { rows: 50, shown: shown.mended },
      broken: { rows: 8, shown: shown.broken },
      wrong: { rows: 21, shown: shown.wrong },
    },
    next: { rows: 40, of: 8_112 },
    folder: 'tickets/',
    hasWorkspace: true,
    replaces: model,
    decided: 'open',
    ...changes,
  };
}

/** A training that can be gone on with. */
export function stopSample(language: SampleLanguage, changes: Partial<TrainingStop> = {}): TrainingStop {
  const { source, name, model } = WORDS[language];
  return {
    source,
    name,
    why: 'interrupted',
    saved: { epoch: 3 },
    inUse: model,
    otherFolder: false,
    canResume: true,
    ...changes,
  };
}
