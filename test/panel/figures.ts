import type { Counterfactual } from '../../src/shared/studies';
import type { Explanation } from '../../src/shared/explanation';
import type { Method } from '../../src/shared/methods';
import { viewOf } from './view-of';
import type { CardFacts, StudyResults } from '../../src/shared/protocol/panel';

const METHODS: readonly Method[] = [
  'gradient-x-input', 'integrated-gradients', 'occlusion', 'lrp', 'cell-decomposition', 'attention', 'attention-x-norm',
]; // prettier-ignore

/** Figures of our own making beside a sample: no model stands behind them, but they are of the right kind and size. */
export function figuresOf(explanation: Explanation): Required<StudyResults> {
  return {
    card: CARD,
    without: withoutOf(explanation),
    trust: trustOf(explanation),
    trace: traceOf(explanation),
    counterfactuals: changesOf(explanation),
    agreement: agreementOf(explanation),
  };
}

export const CARD: CardFacts = {
  trainedOn: [
    { name: 'Reviews of films, written for this test', rows: 96_000, filter: 'without those held out' },
    { name: 'Short judgements', rows: 4_000 },
  ],
  rows: { train: 100_000, validation: 4_000, test: 2_000 },
  length: 200,
  measured: [
    { data: 'reviews held out', n: 8000, accuracy: 0.8612, macroF1: 0.8125, calibrationError: 0.031 },
    { data: 'pairs held out', n: 312, accuracy: 0.91, macroF1: 0.91, pairs: { n: 156, bothRight: 0.85 } },
  ],
  changes: ['Word vectors of 128 instead of 50.'],
  notFor: ['Decisions about people.', 'Irony, where the words say one thing and the writer another.'],
  licence: ['The reviews were offered for research.'],
  history: [0.62, 0.44, 0.36, 0.31, 0.29].map((loss, pass) => ({
    epoch: pass + 1,
    loss,
    accuracy: 0.7 + 0.05 * pass,
    validationLoss: [0.55, 0.43, 0.39, 0.385, 0.391][pass],
    validationAccuracy: [0.74, 0.81, 0.84, 0.86, 0.85][pass],
    learningRate: 0.001,
  })),
};

/** The most important first. */
function order({ words, signed }: Explanation): number[] {
  const weight = (word: number) => (signed ? words[word].score : Math.abs(words[word].score));
  return words.map((_, word) => word).sort((a, b) => weight(b) - weight(a));
}

/** Every phrase that its label owes something to costs 20 points. */
function withoutOf(explanation: Explanation): StudyResults['without'] & object {
  const { label, probabilities, target } = explanation;
  return viewOf(explanation).phrases.map(({ from, to, score }) => {
    const probability = Math.min(1, Math.max(0, probabilities[target] - 0.2 * Math.sign(score)));
    return { from, to, probability, label };
  });
}

function trustOf(explanation: Explanation): StudyResults['trust'] & object {
  const { model, method, target, probabilities, words } = explanation;
  const from = probabilities[target];
  const count = Math.min(4, words.length);
  // All orders begin and end at the same text, and are furthest apart in the middle.
  const besideOf = (share: number) => {
    const [random, apart] = [from - 0.3 * share, 0.5 * share * (1 - share)];
    const randomRange = [Math.max(0, random - apart), Math.min(1, random + 0.7 * apart)] as const;
    return { random, randomRange };
  };
  const curve = Array.from({ length: words.length + 1 }, (_, removed) => ({
    removed,
    probability: 0.12 + (from - 0.12) * Math.exp(-removed),
    ...(removed % 3 === 0 || removed === words.length ? besideOf(removed / words.length) : {}),
  }));
  const losses = { comprehensiveness: 0.48, sufficiency: 0.06 };
  const random = { comprehensiveness: 0.09, sufficiency: 0.21 };
  return {
    model,
    method,
    target,
    words: words.length,
    faithfulness: {
      ...losses,
      random: { ...random, orders: 12, standardError: { comprehensiveness: 0.02, sufficiency: 0.02 } },
    },
    bins: [0.01, 0.05, 0.1, 0.2, 0.5].map((share) => ({ share, words: 1, ...losses, random })),
    curve,
    reading: {
      density: 'default',
      words: order(explanation).slice(0, count),
      from,
      to: 0.16,
      randomTo: from - 0.09,
      randomError: 0.01,
      randomRange: [from - 0.15, from - 0.03],
    },
  };
}

/** Another label leads at first; the prediction does from the middle on. */
function traceOf({ model, target, label, probabilities, words }: Explanation): StudyResults['trace'] & object {
  const labels = Object.keys(probabilities);
  const other = labels.find((each) => each !== label)!;
  const prefixes = words.map((_, index) => {
    const part = (index + 1) / words.length;
    const turned = words.length === 1 || part > 0.55;
    const mine = turned ? probabilities[label] : 0.35 - 0.25 * part;
    const rest = (1 - mine) / (labels.length - 1 + 1);
    const made = labels.map((each): [string, number] => [
      each,
      each === label ? mine : each === other ? 2 * rest : rest,
    ]);
    const total = made.reduce((sum, [, p]) => sum + p, 0);
    return {
      words: index + 1,
      probabilities:
        index === words.length - 1 ? probabilities : Object.fromEntries(made.map(([each, p]) => [each, p / total])),
    };
  });
  const wave = (phase: number) => words.map((_, index) => 0.5 + 0.45 * Math.sin(index * 1.7 + phase));
  const layer = (direction: 'forward' | 'backward', phase: number) => ({
    layer: 0,
    direction,
    units: 64,
    input: wave(phase),
    forget: wave(phase + 1).map((value) => 0.5 + value / 2),
    output: wave(phase + 2),
    cellNorm: wave(phase + 3).map((value) => 6 * value),
    stateNorm: wave(phase + 4).map((value) => 3 * value),
  });
  return { model, target, prefixes, layers: [layer('forward', 0), layer('backward', 2)] };
}

function changesOf(explanation: Explanation): StudyResults['counterfactuals'] & object {
  const { model, label, probabilities, words } = explanation;
  const other = Object.keys(probabilities).find((each) => each !== label)!;
  const [first, second] = order(explanation);
  const flipped = (p: number) =>
    Object.fromEntries(
      Object.keys(probabilities).map((each) => [each, each === label ? 1 - p : each === other ? p : 0]),
    );
  const change = (which: readonly number[], newText: string, p: number): Counterfactual => ({
    words: [...which].sort((a, b) => a - b),
    edits: [...which]
      .sort((a, b) => a - b)
      .map((word) => ({ start: words[word].start, end: words[word].end, newText })),
    label: other,
    probabilities: flipped(p),
  });
  const to = explanation.language === 'zh' ? '失望' : 'forgettable';
  return {
    model,
    label,
    probabilities,
    removals: {
      found: second === undefined ? [] : [change([first, second], '', 0.62)],
      proven: words.length < 30,
      tried: 351,
    },
    replacements: { found: [{ ...change([first], to, 0.79), from: words[first].text, to }], tried: 96 },
  };
}

function agreementOf(explanation: Explanation): StudyResults['agreement'] & object {
  const { model, target } = explanation;
  const top = order(explanation).slice(0, 5);
  const methods = METHODS.map((method, index) => ({
    method,
    signed: index < 5,
    top: index === 3 ? [...top].reverse() : top,
  }));
  const pairs = methods.flatMap(({ method }, i) =>
    methods.slice(i + 1).map((other, j) => ({
      methods: [method, other.method] as const,
      ...(i + j < 7 && { tau: 0.92 - 0.21 * j - 0.03 * i }),
      shared: Math.max(0, 1 - 0.2 * j),
    })),
  );
  return { model, target, top: 5, methods, pairs, left: [{ method: 'shap', reason: 'too-many-words' }] };
}
