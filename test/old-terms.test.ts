import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Words of ours that the field has better ones for, each with the one that is said instead. */
const ENGLISH: readonly (readonly [old: RegExp, now: string])[] = [
  [/\bverdicts?\b/i, 'prediction'],
  [/\bspeaks? (?:for|against)\b/i, 'supports, contradicts'],
  [/\bmarked (?:words?|phrases?)\b|\b(?:hide|show|clear) marks\b/i, 'highlights'],
  [/\bleave one out\b/i, 'leave-one-out (occlusion)'],
  [/× learned\b/i, 'occlusion weighted by human rationales'],
  [/\blearned from people\b/i, 'rationale extractor'],
  [/(?<!layer-wise )\brelevance propagation\b/i, 'layer-wise relevance propagation (LRP)'],
  [/(?<!hidden-)\bstate distance\b/i, 'hidden-state distance'],
  [/\bn-gram shares\b/i, 'n-gram contributions'],
  [/\bfair share\b/i, 'Shapley values'],
  [/\beven share\b/i, 'uniform share'],
  [/\bknown to the model\b|\bnever learn(?:ed|t)\b/i, 'in vocabulary, out of vocabulary'],
  [/\bseen in training\b/i, 'training frequency'],
  [/\blower bound of each\b/i, 'colour scale'],
  [/\bmodel attended to\b/i, 'attention weights'],
  [/\bhow the (?:verdict|prediction) formed\b/i, 'prediction word by word'],
  [/\bhow far to trust\b/i, 'how reliable is this explanation?'],
  [/\bcarr(?:y|ies) the (?:verdict|prediction)\b/i, 'drive the prediction'],
  [/\bright \d+ times in\b/i, 'accuracy'],
  [/\brows held out\b|\bkept apart\b|\bchose nothing\b/i, 'held-out set, excluded, not used for model selection'],
  [/\bforetell\b/i, 'pre-trained as a language model'],
  [/\bjudged by linear\b/i, 'soft labels distilled from'],
  [/\bpass \d|\bpass \{\d\}|\bpasses over the (?:rows|texts)\b/i, 'epoch'],
  [/\bflips?\b|\bproven fewest\b/i, 'prediction changes, minimal edit'],
  [/\brather than: not compared\b/i, 'contrast with: none'],
  [/\btake back\b|\bstart anew\b|\bmakes? anew\b|\btakes it along\b/i, 'undo, start over, retrains, exports'],
  [/\bhow many of each\b|\bhow long are the rows\b/i, 'sentiment distribution, text length'],
  [/\bsure disagreements?\b|\bnear tie\b|\bnot sure\b/i, 'confident disagreements, close call, low confidence'],
  [/\bsome hundred times\b/i, 'about 100 times'],
  [/\bcalls for a second look\b/i, 'no rows need review'],
  [/\bpackages that lack\b|\bcarded\b/i, 'missing packages, with a model card'],
];
const CHINESE: readonly (readonly [old: RegExp, now: string])[] = [
  [/逐词删除/, '留一法（遮挡法）'],
  [/(?<!人工)人的标注|学自人/, '人工标注'],
  [/(?<!逐层)相关性传播/, '逐层相关性传播（LRP）'],
  [/第 ?\{?\d\}? ?遍|\d ?遍/, '轮'],
  [/判对/, '准确率'],
  [/结论/, '预测结果'],
  [/份额/, '占比'],
  [/完整性/, '全面性'],
  [/假如改动/, '假设分析'],
  [/薄弱处|被读成/, '误判最多，被误判为'],
  [/难分高下|把握不大/, '概率接近，置信度低'],
  [/判定/, '审核'],
];

const strings = (file: string) => Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
const bundle = strings('l10n/bundle.l10n.zh-cn.json');
const english = [...bundle.map(([key]) => key), ...strings('package.nls.json').map(([, text]) => text)];
const chinese = [...bundle, ...strings('package.nls.zh-cn.json')].map(([, text]) => text);
/** Code is no wording: names of methods and options are as they are. */
const prose = (file: string) => readFileSync(file, 'utf8').replace(/```[^]*?```|`[^`\n]*`/g, '');
const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'samples/README.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
  ...readdirSync('models')
    .map((model) => `models/${model}/card.json`)
    .filter((card) => existsSync(card)),
];

const told = (texts: readonly string[], terms: typeof ENGLISH) =>
  texts.flatMap((text) => {
    const old = terms.find(([pattern]) => pattern.test(text));
    return old ? [`${old[0].exec(text)?.[0]} → ${old[1]}: ${text.slice(0, 120)}`] : [];
  });

test('no string says an old term', () => {
  expect(english.length).toBeGreaterThan(1_500);
  expect(told(english, ENGLISH)).toEqual([]);
  expect(told(chinese, CHINESE)).toEqual([]);
});

test.each(PAGES)('%s says no old term', (page) => {
  expect(told(prose(page).split('\n'), ENGLISH)).toEqual([]);
});

test('an old term is found', () => {
  expect(told(['The verdict is: positive.', 'Prediction'], ENGLISH)).toHaveLength(1);
  expect(told(['相关性传播', '逐层相关性传播（LRP）'], CHINESE)).toHaveLength(1);
});
