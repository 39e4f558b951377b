import type { Explanation } from '../../src/shared/explanation';
import { OverviewBuilder } from '../../src/annotate/overview/overview-builder';
import type { SavedRow } from '../../src/annotate/overview/saved-rows';
import type { OverviewView } from '../../src/shared/protocol/overview';

const LABELS = ['negative', 'neutral', 'positive'];

const PHRASES = {
  en: {
    negative: ['the handle broke in a week', 'a disappointing film', 'rude at the door', 'slow and noisy'],
    neutral: ['it arrived on Tuesday', 'the usual size', 'works as described'],
    positive: ['a lovely surprise', 'quiet and quick', 'I would buy it again', 'wonderful from the first page'],
    words: { negative: ['broke', 'disappointing', 'rude', 'slow'], neutral: ['Tuesday', 'usual', 'described'], positive: ['lovely', 'quick', 'buy', 'wonderful'] }, // prettier-ignore
    filler: 'and then we went on with the day as one does when there is little else to say of it'.split(' '),
  },
  zh: {
    negative: ['用了三天就坏了', '客服让人失望', '漏水，还烫手'],
    neutral: ['周二到的货', '大小一般'],
    positive: ['质量不错', '老板很热情，满意', '又快又方便'],
    words: { negative: ['坏', '失望', '漏水'], neutral: ['周二', '一般'], positive: ['不错', '满意', '方便'] },
    filler: [...'今天把它放在桌上看了看没有别的话说'],
  },
} as const;

/** Numbers from 0 to 1 that are the same in every run. */
function* numbers(): Generator<number, never> {
  for (let seed = 7; ;) {
    seed = (seed * 48_271) % 2_147_483_647;
    yield seed / 2_147_483_647;
  }
}

function rowOf(n: number, language: 'en' | 'zh', next: () => number): SavedRow {
  const phrases = PHRASES[language];
  const tone = (['negative', 'neutral', 'positive', 'positive'] as const)[Math.floor(next() * 4)];
  const kind = Math.floor(next() * phrases[tone].length);
  const space = language === 'en' ? ' ' : '';
  const tail = Array.from(
    { length: Math.floor(60 * next() ** 3) },
    (_, i) => phrases.filler[i % phrases.filler.length],
  );
  const text = [phrases[tone][kind], ...tail].join(space);
  const strong = phrases.words[tone][kind];
  const at = text.indexOf(strong);
  const p = 0.4 + 0.58 * next();
  const rest = (1 - p) * (0.5 + 0.49 * next());
  const others = LABELS.filter((label) => label !== tone);
  const chances = { [tone]: p, [others[0]]: rest, [others[1]]: 1 - p - rest };
  const words = [
    ...(at > 0 ? [{ text: text.slice(0, at), start: 0, end: at, score: -0.2, known: true }] : []),
    { text: strong, start: at, end: at + strong.length, score: 1.4, known: true },
    ...tail.map((word) => ({ text: word, start: text.length, end: text.length, score: 0.01, known: true })),
  ];
  const explanation: Explanation = {
    ...{
      text,
      language,
      model: `${language}-sample`,
      method: 'gradient-x-input',
      signed: true,
      target: tone,
      label: tone,
    },
    ...{ baseline: 'empty text', milliseconds: 1, warnings: [], words },
    probabilities: Object.fromEntries(LABELS.map((label) => [label, chances[label]])),
  };
  const given = next() < 0.85 ? tone : LABELS[Math.floor(next() * 3)];
  const group = (language === 'en' ? ['kettles', 'films', 'books'] : ['水壶', '电影', '书'])[n % 3];
  return { row: n, file: language === 'en' ? 'reviews.csv' : '评价.csv', line: n + 1, given, group, ...explanation };
}

/** An overview of rows of our own making. */
export function overviewSample(language: 'en' | 'zh', rows: number, more: Partial<OverviewView> = {}): OverviewView {
  const stream = numbers();
  const overviewer = new OverviewBuilder();
  for (let n = 1; n <= rows; n++) {
    if (n % 97 === 0) overviewer.add({ row: n, line: n + 1, error: `Line ${n + 1}: There is no text.` });
    else overviewer.add(rowOf(n, language, () => stream.next().value));
  }
  const name = language === 'en' ? 'reviews.saliency.ndjson' : '评价.saliency.ndjson';
  const overview = overviewer.value();
  return {
    uri: `file:///w/${name}`,
    name,
    partial: false,
    overview,
    decisions: [],
    sources: true,
    known: true,
    ...more,
  };
}

/** The same without what a file may lack: labels, categories, explanations. */
export function bareOverviewSample(): OverviewView {
  const overviewer = new OverviewBuilder();
  const stream = numbers();
  for (let n = 1; n <= 40; n++) {
    const row = rowOf(n, 'en', () => stream.next().value) as SavedRow & Explanation;
    const { text, language, model, label, probabilities, milliseconds, warnings } = row;
    overviewer.add({ row: n, line: n, text, language, model, label, probabilities, milliseconds, warnings });
  }
  const overview = overviewer.value();
  return {
    uri: 'file:///w/a',
    name: 'a.saliency.ndjson',
    partial: true,
    overview,
    decisions: [],
    sources: true,
    known: true,
  };
}
