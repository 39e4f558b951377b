import type { Finding } from '../../shared/findings/figures';
import type { Condition } from '../../shared/findings/filter';
import { translatedRowError } from '../../shared/file-errors';
import { isLanguage } from '../../shared/languages';
import { isMethod, type Method } from '../../shared/methods';
import { excludesZero } from '../figures/statistics';
import { OWN_COLUMNS } from '../store/result-row';
import { CHINESE_REPORT } from './chinese-report';
import { CHINESE_ROW_ERRORS } from './chinese-rows';
import { SMALL_DIFFERENCE, spacedChinese, dateOf, fixed, grouped, signedPoints, quote, range } from './numbers';
import type { Wording } from './wording';

const LABELS: Readonly<Record<string, string>> = {
  'very negative': '非常负面',
  negative: '负面',
  neutral: '中性',
  positive: '正面',
  'very positive': '非常正面',
};
const COLUMNS: Readonly<Record<string, string>> = {
  [OWN_COLUMNS.language]: '语言',
  [OWN_COLUMNS.file]: '文件',
  [OWN_COLUMNS.model]: '模型',
  [OWN_COLUMNS.method]: '方法',
  [OWN_COLUMNS.id]: '编号',
  [OWN_COLUMNS.group]: '分组',
  [OWN_COLUMNS.otherLanguage]: '其他语言',
};
/** As the interface has them; of other languages as a browser does. */
const LANGUAGES: Readonly<Record<string, string>> = { en: '英文', zh: '中文' };
const OTHER_LANGUAGES = new Intl.DisplayNames('zh-Hans', { type: 'language' });
const METHODS: Readonly<Record<Method, string>> = {
  'state-distance': '隐状态距离',
  'ngram-shares': 'n-gram 贡献',
  'gradient-x-input': '梯度 × 输入',
  'integrated-gradients': '积分梯度',
  occlusion: '留一法（遮挡法）',
  lrp: '逐层相关性传播（LRP）',
  'cell-decomposition': '记忆单元分解',
  shap: 'Shapley 值',
  attention: '注意力',
  'attention-x-norm': '注意力 × 范数',
  learned: '基于人工标注的词语提取',
  'learned-occlusion': '留一法（按人工标注加权）',
  'learned-gradient': '梯度 × 输入（按人工标注加权）',
  'phrase-shapley': '短语的 Shapley 值',
};
const REASONS = {
  wrong: '与文件标签不同',
  tie: '概率接近',
  unsure: '置信度低',
  unfaithful: '解释不可靠',
  'one-word': '由一个短语决定',
} as const;

const percent = (share: number, decimals = 0) => `${fixed(100 * share, decimals)}%`;
const pointRange: Wording['pointRange'] = ({ low, high }, decimals = 1) =>
  `${fixed(100 * low, decimals)} 至 ${fixed(100 * high, decimals)}`;
const or = (items: readonly string[]) => items.join('或');
const list = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : items.slice(0, -1).join('、') + spacedChinese('和', items.at(-2)!, items.at(-1)!);
const label = (name: string) => LABELS[name] ?? name;

function day(value: number): string {
  const date = dateOf(value);
  return `${date.year} 年 ${date.month} 月 ${date.day} 日`;
}

const period: Wording['period'] = (value, unit) => {
  const { year, month } = dateOf(value);
  if (unit === 'day') return day(value);
  if (unit === 'week') return `${day(value)}所在的一周`;
  if (unit === 'month') return `${year} 年 ${month} 月`;
  return unit === 'quarter' ? `${year} 年第 ${Math.ceil(month / 3)} 季度` : `${year} 年`;
};

const tick: Wording['tick'] = (value, unit, withYear) => {
  const date = dateOf(value);
  const year = withYear ? `${date.year}年` : '';
  if (unit === 'year') return `${date.year}年`;
  if (unit === 'quarter') return `${year}${Math.ceil(date.month / 3)}季`;
  return unit === 'month' ? `${year}${date.month}月` : `${year}${date.month}月${date.day}日`;
};

function span(from: number, to: number): string {
  if (to - from < 62) return from === to ? day(from) : `${day(from)} – ${day(to)}`;
  return `${period(from, 'month')} – ${period(to, 'month')}`;
}

const column = (name: string) => COLUMNS[name] ?? (/\p{Script=Han}/u.test(name) ? name : quote(name));
const value = (name: string, written: string) => {
  if (written === '') return CHINESE_REPORT.none;
  // The default model of a language is called by it.
  const isOne = name === OWN_COLUMNS.language || name === OWN_COLUMNS.model;
  if (!isOne || !isLanguage(written)) return written;
  return LANGUAGES[written] ?? OTHER_LANGUAGES.of(written) ?? written;
};

/** Names stand alone; `phone` and `5` say too little: `phone（“Channel”）`. */
const subject = (name: string, written: string) => {
  const its = value(name, written);
  return /^[\p{Lu}\p{Script=Han}]/u.test(its) ? its : `${its}（${column(name)}）`;
};

/** With all periods in which it may as well have begun. */
const began: Wording['since'] = (change, unit) => {
  const [from, to] = change.between;
  return from < to
    ? `${since(change, unit)}（${period(from, unit)}至 ${period(to, unit)}之间）`
    : period(change.day, unit);
};
const since: Wording['since'] = ({ between, day: first }, unit) =>
  `${between[0] < between[1] ? '大约 ' : ''}${period(first, unit)}`;

function condition(one: Condition): string {
  switch (one.kind) {
    case 'search':
      return quote(one.text);
    case 'column':
      return `${column(one.column)}${spacedChinese(one.except ? '不是' : '为', '', or(one.values.map((each) => value(one.column, each))))}`;
    case 'prediction':
      return or(one.labels.map(label));
    case 'label':
      return `文件中的标签为${or(one.labels.map(label))}`;
    case 'confidence':
      return `置信度 ${fixed(100 * one.from, 0)}–${percent(one.to)}`;
    case 'agreement':
      return { agrees: '标签与预测一致', differs: '标签与预测不同', none: '没有标签' }[one.is];
    case 'review':
      return { reviewed: '已审核', unreviewed: '未审核', corrected: '已更正', noted: '有备注' }[one.is];
    case 'period':
      return span(one.from, one.to);
    case 'reason':
      return or(one.reasons.map((reason) => REASONS[reason]));
    case 'phrase':
      return `短语${quote(one.keys[0] ?? '')}${one.keys.length > 1 ? `等 ${one.keys.length} 个` : ''}`;
    case 'aspect':
      return `谈到${quote(one.name ?? one.aspect)}${one.tone ? `，${label(one.tone)}` : ''}`;
    case 'word':
      return `含有${quote(one.word)}`;
    case 'length':
      return one.to >= 1e9 ? `${one.from} 个词以上` : `${one.from}–${one.to} 个词`;
    case 'damaged':
      return '无法读取';
    case 'any':
      return or(one.of.map(condition));
    case 'rows':
      return `选中的 ${grouped(one.rows.length)} 行`;
  }
}

/** What is left of a change without the group that carries it. */
function withoutIt({ before, after, difference }: Extract<Finding, { kind: 'group' }>['without']): string {
  const shares = `${percent(before.value, 1)} → ${percent(after.value, 1)}`;
  if (excludesZero(difference)) return `除去它，变化为 ${signedPoints(difference.value)} 个百分点（${shares}）`;
  return Math.abs(difference.value) < SMALL_DIFFERENCE
    ? `除去它则没有变化（${shares}）`
    : `除去它，变化没有超出偶然（${shares}）`;
}

function finding(one: Finding): string {
  switch (one.kind) {
    case 'nothing-read':
      return one.rows === 0 ? '没有任何行。' : `${grouped(one.rows)} 行都无法读取。`;
    case 'shares': {
      const { rows, positive, negative } = one.sentiments;
      return `${grouped(rows)} 条文本中 ${percent(positive.value)} 为正面（95% 置信区间 ${range(positive)}%），${percent(negative.value)} 为负面。`;
    }
    case 'trend': {
      const { tone, before, after, difference } = one.change;
      const way = difference.value < 0 ? '减少' : '增多';
      return `${began(one.change, one.unit)}起${label(tone)}文本${way}：${percent(before.value, 1)} → ${percent(after.value, 1)}，${signedPoints(difference.value)} 个百分点（95% 置信区间 ${pointRange(difference)}）。`;
    }
    case 'no-trend': {
      const { tone, before, after, difference } = one.change;
      return `随时间的变化都没有超出偶然；最大的一处是${label(tone)}，${period(one.change.day, one.unit)}起：${percent(before.value, 1)} → ${percent(after.value, 1)}，${signedPoints(difference.value)} 个百分点（95% 置信区间 ${pointRange(difference)}）。`;
    }
    case 'group': {
      const { tone, before, after, difference } = one.change;
      const check = withoutIt(one.without);
      const name = `${value(one.column, one.value)}（${column(one.column)}）`;
      const points = `${signedPoints(difference.value)} 个百分点`;
      if (one.alone) {
        return `${began(one.change, one.unit)}起，${name}的${label(tone)}文本${difference.value < 0 ? '减少' : '增多'}：${percent(before.value, 1)} → ${percent(after.value, 1)}，${points}（95% 置信区间 ${pointRange(difference)}）；${check}。`;
      }
      const way = after.value < before.value ? '降到' : '升到';
      return `${spacedChinese('主要来自', '', name)}：${label(tone)}占比从 ${percent(before.value)} ${way} ${percent(after.value)}（${points}，${pointRange(difference)}）；${check}。`;
    }
    case 'difference':
      return `差别最大的是 ${value(one.column, one.value)}（${column(one.column)}）：${label(one.tone)}占 ${percent(one.share.value, 1)}，其余占 ${percent(one.rest.value, 1)}（相差 ${signedPoints(one.difference.value)} 个百分点，${pointRange(one.difference)}）。`;
    case 'topics': {
      const about = one.aspects.map(({ aspect }) => quote(aspect));
      const said = one.phrases.map(({ text }) => quote(text)).join('');
      const verb = one.tone === 'negative' ? '抱怨集中在' : '称赞集中在';
      return about.length === 0
        ? `${verb}${said}。`
        : `${verb}${list(about)}${said === '' ? '' : `，常见短语：${said}`}。`;
    }
    case 'accuracy':
      return `${grouped(one.accuracy.of)} 条文本中，预测与标签一致的占 ${percent(one.accuracy.value, 1)}（95% 置信区间 ${range(one.accuracy)}%），宏平均 F1 ${fixed(one.macroF1, 2)}。`;
  }
}

export const CHINESE_WORDING: Wording = {
  tag: 'zh-Hans',
  count: grouped,
  percent,
  points: signedPoints,
  range,
  pointRange,
  day,
  period,
  since,
  tick,
  span,
  label,
  method: (method) => (isMethod(method) ? METHODS[method] : method),
  column,
  value,
  subject,
  rowError: (sentence) =>
    translatedRowError(sentence, (id, values) =>
      CHINESE_ROW_ERRORS[id].replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)]),
    ),
  quote,
  list,
  condition,
  finding,
  report: CHINESE_REPORT,
};
