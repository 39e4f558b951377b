import type { Finding } from '../../shared/findings/figures';
import type { Condition } from '../../shared/findings/filter';
import { isLanguage, LANGUAGES } from '../../shared/languages';
import { capitalised } from '../../shared/strings/capitalised';
import { METHOD_WORDING } from '../../shared/strings/methods';
import { isMethod } from '../../shared/methods';
import { OWN_COLUMNS } from '../store/result-row';
import { excludesZero } from '../figures/statistics';
import { ENGLISH_REPORT } from './english-report';
import { SMALL_DIFFERENCE, dateOf, fixed, grouped, signedPoints, quote, range } from './numbers';
import type { Wording } from './wording';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const COLUMNS: Readonly<Record<string, string>> = {
  [OWN_COLUMNS.language]: 'language',
  [OWN_COLUMNS.file]: 'file',
  [OWN_COLUMNS.model]: 'model',
  [OWN_COLUMNS.method]: 'method',
  [OWN_COLUMNS.id]: 'id',
  [OWN_COLUMNS.group]: 'category',
  [OWN_COLUMNS.otherLanguage]: 'other language',
};
const REASONS = {
  wrong: 'differs from the file',
  tie: 'close call',
  unsure: 'low confidence',
  unfaithful: 'not faithful',
  'one-word': 'one phrase decides',
} as const;

const percent = (share: number, decimals = 0) => `${fixed(100 * share, decimals)}\u00a0%`;
const pointRange: Wording['pointRange'] = ({ low, high }, decimals = 1) =>
  `${fixed(100 * low, decimals)} to ${fixed(100 * high, decimals)}`;
const or = (items: readonly string[]) => items.join(' or ');

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function day(value: number): string {
  const date = dateOf(value);
  return `${date.day} ${MONTHS[date.month - 1].slice(0, 3)} ${date.year}`;
}

const period: Wording['period'] = (value, unit) => {
  const { year, month } = dateOf(value);
  if (unit === 'day') return day(value);
  if (unit === 'week') return `the week of ${day(value)}`;
  if (unit === 'month') return `${MONTHS[month - 1]} ${year}`;
  return unit === 'quarter' ? `Q${Math.ceil(month / 3)} ${year}` : `${year}`;
};

const tick: Wording['tick'] = (value, unit, withYear) => {
  const date = dateOf(value);
  const year = withYear ? ` ${date.year}` : '';
  if (unit === 'year') return `${date.year}`;
  if (unit === 'quarter') return `Q${Math.ceil(date.month / 3)}${year}`;
  const month = MONTHS[date.month - 1].slice(0, 3);
  return unit === 'month' ? month + year : `${date.day} ${month}${year}`;
};

function span(from: number, to: number): string {
  if (to - from < 62) return from === to ? day(from) : `${day(from)} – ${day(to)}`;
  const [first, last] = [period(from, 'month'), period(to, 'month')];
  const { year } = dateOf(from);
  return year === dateOf(to).year ? `${first.replace(` ${year}`, '')} – ${last}` : `${first} – ${last}`;
}

const column = (name: string) => COLUMNS[name] ?? name;
const value = (name: string, written: string) => {
  if (written === '') return ENGLISH_REPORT.none;
  // The default model of a language is called by it.
  const isOne = name === OWN_COLUMNS.language || name === OWN_COLUMNS.model;
  return isOne && isLanguage(written) ? LANGUAGES[written].name : written;
};

/** Names stand alone: `Grinder G3`; `phone` and `5` say too little: `Channel phone`, `Stars 5`. */
const subject = (name: string, written: string) => {
  const its = value(name, written);
  return /^[\p{Lu}\p{Script=Han}]/u.test(its) ? its : `${capitalised(column(name))} ${its}`;
};
/** A column inside a sentence: `Channel` → `channel`, but `SKU`. */
const inSentence = (name: string) => column(name).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());

/** With all periods in which it may as well have begun. */
const began: Wording['since'] = (change, unit) => {
  const [from, to] = change.between;
  const its = since(change, unit);
  return from < to ? `${its} (between ${period(from, unit)} and ${period(to, unit)})` : its;
};
const since: Wording['since'] = ({ between, day: first }, unit) =>
  `${between[0] < between[1] ? 'about ' : ''}${period(first, unit)}`;

function condition(one: Condition): string {
  switch (one.kind) {
    case 'search':
      return quote(one.text);
    case 'column':
      return `${column(one.column)} ${one.except ? 'other than ' : ''}${or(one.values.map((each) => value(one.column, each)))}`;
    case 'prediction':
      return or(one.labels);
    case 'label':
      return `label in the file ${or(one.labels)}`;
    case 'confidence':
      return `confidence ${fixed(100 * one.from, 0)}–${percent(one.to)}`;
    case 'agreement':
      return { agrees: 'label and prediction agree', differs: 'label and prediction differ', none: 'without a label' }[
        one.is
      ];
    case 'review':
      return one.is;
    case 'period':
      return span(one.from, one.to);
    case 'reason':
      return or(one.reasons.map((reason) => REASONS[reason]));
    case 'phrase':
      return `phrase ${quote(one.keys[0] ?? '')}${one.keys.length > 1 ? ` and ${one.keys.length - 1} like it` : ''}`;
    case 'aspect':
      return `about ${quote(one.name ?? one.aspect)}${one.tone ? `, ${one.tone}` : ''}`;
    case 'word':
      return `contains ${quote(one.word)}`;
    case 'length':
      return one.to >= 1e9 ? `${one.from} words or more` : `${one.from}–${one.to} words`;
    case 'damaged':
      return 'could not be read';
    case 'any':
      return or(one.of.map(condition));
    case 'rows':
      return `${grouped(one.rows.length)} selected rows`;
  }
}

/** What is left of a change without the group that carries it. */
function withoutIt({ before, after, difference }: Extract<Finding, { kind: 'group' }>['without']): string {
  const shares = `${percent(before.value, 1)} → ${percent(after.value, 1)}`;
  if (excludesZero(difference)) return `without it the change is ${signedPoints(difference.value)} points (${shares})`;
  return Math.abs(difference.value) < SMALL_DIFFERENCE
    ? `without it nothing changed (${shares})`
    : `without it no change is larger than chance (${shares})`;
}

function finding(one: Finding): string {
  switch (one.kind) {
    case 'nothing-read':
      return one.rows === 0 ? 'There are no rows.' : `None of ${grouped(one.rows)} rows could be read.`;
    case 'shares': {
      const { rows, positive, negative } = one.sentiments;
      return `${percent(positive.value)} of ${grouped(rows)} texts are positive (95 % interval ${range(positive)}\u00a0%), ${percent(negative.value)} negative.`;
    }
    case 'trend': {
      const { tone, before, after, difference } = one.change;
      const way = difference.value < 0 ? 'fewer' : 'more';
      return `Since ${began(one.change, one.unit)} ${way} texts are ${tone}: ${percent(before.value, 1)} → ${percent(after.value, 1)}, ${signedPoints(difference.value)} points (95 % interval ${pointRange(difference)}).`;
    }
    case 'no-trend': {
      const { tone, before, after, difference } = one.change;
      return `No change over time is larger than chance; the largest, ${tone} since ${period(one.change.day, one.unit)}: ${percent(before.value, 1)} → ${percent(after.value, 1)}, ${signedPoints(difference.value)} points (95 % interval ${pointRange(difference)}).`;
    }
    case 'group': {
      const { tone, before, after, difference } = one.change;
      const check = withoutIt(one.without);
      const name = subject(one.column, one.value);
      if (one.alone) {
        return `Since ${began(one.change, one.unit)} ${difference.value < 0 ? 'fewer' : 'more'} texts of one ${inSentence(one.column)} are ${tone}. ${name}: ${percent(before.value, 1)} → ${percent(after.value, 1)}, ${signedPoints(difference.value)} points (95 % interval ${pointRange(difference)}); ${check}.`;
      }
      const way = after.value < before.value ? 'fell' : 'rose';
      return `It is mostly one ${inSentence(one.column)}. ${name} ${way} from ${percent(before.value)} to ${percent(after.value)} ${tone} (${signedPoints(difference.value)} points, ${pointRange(difference)}); ${check}.`;
    }
    case 'difference':
      return `${capitalised(column(one.column))} ${value(one.column, one.value)} differs most: ${percent(one.share.value, 1)} ${one.tone}, all others ${percent(one.rest.value, 1)} (${signedPoints(one.difference.value)} points, ${pointRange(one.difference)}).`;
    case 'topics': {
      const about = one.aspects.map(({ aspect }) => (/\p{Script=Han}/u.test(aspect) ? quote(aspect) : `the ${aspect}`));
      const said = one.phrases.map(({ text }) => quote(text));
      const [verb, say] = one.tone === 'negative' ? ['Complaints are about', 'say'] : ['Praise is about', 'says'];
      if (about.length === 0) return `${one.tone === 'negative' ? 'Complaints' : 'Praise'} ${say} ${list(said)}.`;
      return `${verb} ${list(about)}${said.length > 0 ? `, and ${say} ${list(said)}` : ''}.`;
    }
    case 'accuracy':
      return `The predictions agree with the labels in ${percent(one.accuracy.value, 1)} of ${grouped(one.accuracy.of)} texts (95 % interval ${range(one.accuracy)}\u00a0%), macro-F1 ${fixed(one.macroF1, 2)}.`;
  }
}

export const ENGLISH_WORDING: Wording = {
  tag: 'en',
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
  label: (label) => label,
  method: (method) => (isMethod(method) ? METHOD_WORDING[method].title : method),
  column,
  value,
  subject,
  rowError: (sentence) => sentence,
  quote,
  list,
  condition,
  finding,
  report: ENGLISH_REPORT,
};
