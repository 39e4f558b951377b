import { OWN_COLUMNS } from '../../findings/store/result-row';
import type { Estimate, TimeUnit } from '../../shared/findings/figures';
import type { OverviewStrings } from '../../shared/strings/overview-page';
import { architectureInName } from '../../shared/strings/architectures';
import { capitalised } from '../../shared/strings/capitalised';
import { fill, fixed, signed, spaced } from '../wording/format';
import { labelName } from '../wording/names';

/** Figures, days and names as the page prints them. */
export interface Wording {
  readonly count: (value: number) => string;
  /** No decimals: probabilities. */
  readonly percent: (share: number) => string;
  /** One decimal: shares of a file. */
  readonly share: (share: number) => string;
  /** A share in percent without the sign `%`, for a place whose heading has it. */
  readonly bare: (share: number, decimals?: number) => string;
  /** A difference in percentage points, with its sign. */
  readonly points: (difference: number, decimals?: number) => string;
  /** `67–93`, in percent. */
  readonly interval: (estimate: Estimate, decimals?: number) => string;
  /** `−12.5 to −9.8`, in percentage points. */
  readonly pointsInterval: (estimate: Estimate) => string;
  readonly label: (label: string) => string;
  readonly Label: (label: string) => string;
  /** A column of the file as it is written there; those beside it in the reader's language. */
  readonly column: (name: string) => string;
  readonly Column: (name: string) => string;
  /** A value of a column: names of languages are translated, nothing is `empty`. */
  readonly value: (column: string, value: string) => string;
  /** Days since 1970-01-01. */
  readonly day: (day: number) => string;
  /** The period that begins on a day. */
  readonly period: (day: number, unit: TimeUnit) => string;
  /** `Oct 2023 – Jun 2024`, or days where the period is no whole months. */
  readonly span: (from: number, to: number) => string;
  readonly date: (iso: string) => string;
  readonly list: (texts: readonly string[]) => string;
  /** The text between two sentences: a space, in Chinese nothing. */
  readonly gap: string;
}

const MILLISECONDS = 86_400_000;

/** The locale of dates, where it is not that of the display. English: day before month, as most who read it write. */
const DATES: Readonly<Record<string, string>> = { en: 'en-GB' };

export function wordingOf(strings: OverviewStrings, language: string): Wording {
  const dates = DATES[language] ?? language;
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(dates, { timeZone: 'UTC', ...options });
    return (day: number) => spaced(formatter.format(day * MILLISECONDS));
  };
  const numbers = new Intl.NumberFormat(language);
  const day = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = format({ month: 'short', year: 'numeric' });
  const dateOf = new Intl.DateTimeFormat(dates, { day: 'numeric', month: 'long', year: 'numeric' });
  const label = (name: string) => labelName(name, strings);
  const percent = (share: number, decimals: number) =>
    fill(strings.percent, fixed(100 * share, decimals)).replace(' ', '\u00a0');
  const known: Readonly<Record<string, string>> = {
    [OWN_COLUMNS.language]: strings.language,
    [OWN_COLUMNS.model]: strings.model,
    [OWN_COLUMNS.method]: strings.method,
    [OWN_COLUMNS.file]: strings.file,
    [OWN_COLUMNS.group]: strings.group,
    [OWN_COLUMNS.id]: 'id',
    [OWN_COLUMNS.otherLanguage]: strings.otherLanguage,
  };
  const column = (name: string) => (Object.hasOwn(known, name) ? known[name] : name);
  const languages: Readonly<Record<string, string>> = strings.languages;
  const shown = (name: string, value: string): string => {
    if (value === '') return strings.empty;
    if (name === OWN_COLUMNS.language && Object.hasOwn(languages, value)) return languages[value];
    return name === OWN_COLUMNS.model ? modelTitle(value, strings) : value;
  };
  const dash = '\u2060–\u2060';
  return {
    count: (value) => numbers.format(value),
    percent: (share) => percent(share, 0),
    share: (share) => percent(share, 1),
    bare: (share, decimals = 0) => fixed(100 * share, decimals),
    points: (difference, decimals = 0) => signed(100 * difference, decimals),
    interval: ({ low, high }, decimals = 0) => `${fixed(100 * low, decimals)}${dash}${fixed(100 * high, decimals)}`,
    pointsInterval: ({ low, high }) => fill(strings.between, signed(100 * low, 1), signed(100 * high, 1)),
    label,
    Label: (name) => capitalised(label(name)),
    column: (name) => (Object.hasOwn(known, name) ? known[name].toLowerCase() : name),
    Column: (name) => capitalised(column(name)),
    value: shown,
    day,
    period: (from, unit) => {
      switch (unit) {
        case 'day':
          return day(from);
        case 'week':
          return fill(strings.findings.weekName, day(from));
        case 'month':
          return month(from);
        case 'quarter':
          return fill(strings.findings.quarterName, quarterOf(from), yearOf(from));
        case 'year':
          return String(yearOf(from));
      }
    },
    span: (from, to) => {
      const isMonths = dateAt(from).getUTCDate() === 1 && dateAt(to + 1).getUTCDate() === 1;
      const [a, b] = isMonths ? [month(from), month(to)] : [day(from), day(to)];
      return a === b ? a : fill(strings.range, a, b);
    },
    date: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : spaced(dateOf.format(Date.parse(iso)))),
    list: (texts) => texts.join(strings.comma),
    gap: language.startsWith('zh') ? '' : ' ',
  };
}

/** A model as people read it: the default of a language by its language, a packaged one by its network and language. */
function modelTitle(name: string, { languages, architectures, inBrackets }: OverviewStrings): string {
  const named: Readonly<Record<string, string>> = languages;
  if (Object.hasOwn(named, name)) return capitalised(named[name]);
  const architecture = architectureInName(name);
  if (architecture === undefined) return name;
  return fill(inBrackets, architectures[architecture], named[name.slice(0, -1 - architecture.length)]);
}

const dateAt = (day: number): Date => new Date(day * MILLISECONDS);
export const yearOf = (day: number): number => dateAt(day).getUTCFullYear();
export const monthOf = (day: number): number => dateAt(day).getUTCMonth();
export const quarterOf = (day: number): number => Math.floor(monthOf(day) / 3) + 1;
