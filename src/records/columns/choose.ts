import { labelMeaning, type LabelMapping } from '../labels/label-meaning';
import { plainName } from '../labels/scales';
import { isDateName, isGroupName, lastPart, rankOfIdName, isCounted, isDescription, isTitle, rankOfLabelName, rankOfTextName, type Role } from './names'; // prettier-ignore
import { areDates, haveLetters, proseScore, columnValues, type ColumnValues } from './values';

/** Which columns are asked for: a name, in JSON a dotted path, or the number of a column from 1; '' is none. */
export type ColumnNames = Partial<Readonly<Record<Role, string>>>;

/** Why a column was taken for what it is. */
export type Why = 'asked' | 'name' | 'values';

/** One column, and what it was taken for. */
export interface ColumnReading {
  readonly name: string;
  /** The first value that is not blank, up to 200 characters. */
  readonly example: string;
  readonly role?: Role;
  readonly why?: Why;
  /** True: free text that could be read instead of the chosen column. */
  readonly free?: boolean;
}

/** Positions of the columns that are read. */
export type Roles = Partial<Readonly<Record<Role, number>>>;

export interface ChosenColumns {
  readonly columns: readonly ColumnReading[];
  readonly roles: Roles;
  /** Names that say what numbers mean, where other columns tell that they are of promoters and detractors. */
  readonly asks?: readonly string[];
  /** False: another column may just as well be the text, or no column looks like text. Where possible, the person is asked. */
  readonly sure: boolean;
  /** Columns that were asked for and are not there. */
  readonly missing: readonly string[];
}

/** A column is free text beside the chosen one if it scores this share of it. */
const FREE = 0.45;
const FEW_LABELS = 30;
const FEW_GROUPS = 40;
const FEW_NAMES = 8;

interface Column extends ColumnValues {
  readonly name: string;
  readonly at: number;
  readonly prose: number;
}

/** Chooses the columns to read by their names and their values. */
export function chooseColumns(
  names: readonly string[],
  sample: readonly (readonly string[])[],
  asked: ColumnNames,
  { mapping, questions = names }: { readonly mapping?: LabelMapping; readonly questions?: readonly string[] } = {},
): ChosenColumns {
  const columns = names.map((_, at): Column => {
    const values = columnValues(sample.map((row) => row[at] ?? ''));
    return { name: questions[at] ?? names[at], at, ...values, prose: proseScore(values) };
  });
  const votes = areOfReddit(names);
  const isNps = columns.some(ofPromoters);
  const missing: string[] = [];
  const found = new Map<Role, { at: number; why: Why }>();
  const take = (role: Role, guess: () => { at: number; why: Why } | undefined) => {
    const name = asked[role];
    if (name === '') return;
    const at = name === undefined ? undefined : positionOf(names, name);
    if (name !== undefined && at === undefined) missing.push(name);
    const choice = name === undefined ? guess() : at === undefined ? undefined : { at, why: 'asked' as const };
    if (choice) found.set(role, choice);
  };
  const taken = (at: number) => [...found.values()].some((other) => other.at === at);
  const free = withoutLabels(columns, mapping);
  take('text', () => bestText(free.length > 0 ? free : columns));
  take('label', () => bestLabel(columns.filter(({ at }) => !taken(at) && !(votes && /^(score|ups|downs)$/i.test(names[at]))), mapping)); // prettier-ignore
  take('id', () => bestBy(columns, taken, ({ name }) => rankOfIdName(name)));
  take('date', () => bestBy(columns, taken, (column) => (isDateName(column.name) && areDates(column) ? 2 : 0)) ?? byValues(columns, taken, areDates)); // prettier-ignore
  take('group', () =>
    bestBy(columns, taken, (column) => (isGroupName(column.name) && isFew(column, FEW_GROUPS) ? 2 : 0)),
  );
  const text = found.get('text');
  const others = text ? freeTexts(free, columns[text.at]) : [];
  const roleAt = new Map([...found].map(([role, { at, why }]) => [at, { role, why }] as const));
  const isNamed = text !== undefined && (text.why === 'asked' || rankOfTextName(columns[text.at].name) === 2);
  return {
    columns: columns.map(({ at, there }) => ({
      name: names[at],
      example: (there[0] ?? '').slice(0, 200),
      ...roleAt.get(at),
      ...(others.includes(at) && { free: true }),
    })),
    roles: Object.fromEntries([...found].map(([role, { at }]) => [role, at])),
    ...(isNps && { asks: columns.map(({ name, there }) => (areOutOfTen(there) ? `${name} (NPS)` : name)) }),
    sure: text !== undefined && (isNamed || others.length === 0),
    missing,
  };
}

/** The position of a column by its name in any case, else by its number. */
function positionOf(names: readonly string[], asked: string): number | undefined {
  const exact = names.findIndex((name) => name.trim() === asked.trim());
  if (exact >= 0) return exact;
  const alike = names.findIndex((name) => name.trim().toLowerCase() === asked.trim().toLowerCase());
  if (alike >= 0) return alike;
  const number = /^\d+$/.test(asked) ? Number(asked) : 0;
  return number >= 1 && number <= names.length ? number - 1 : undefined;
}

/**
 * Columns without those of few values, each of which is a label: no texts, whatever they are called (评价 with 好评 and 差评).
 * Where a column is called like texts and all values are different, short texts may be meant: unless there are others.
 */
function withoutLabels(columns: readonly Column[], mapping?: LabelMapping): readonly Column[] {
  const free = columns.filter((column) => !readsAsLabels(column, mapping));
  const isNamed = ({ name }: Column) => rankOfTextName(name) === 2;
  const prose = free.filter((column) => !readsAsLabels(column, mapping, true));
  return prose.some((column) => isNamed(column) && haveLetters(column) && column.filled === 1) ? prose : free;
}

function readsAsLabels({ name, there, distinct }: Column, mapping?: LabelMapping, oneEach = false): boolean {
  if (there.length === 0) return false;
  const different = new Set(there);
  const mayBeTexts = !oneEach && rankOfTextName(name) === 2;
  if (mayBeTexts && (different.size === there.length || (there.length > 3 && distinct > 0.9))) return false;
  if (different.size > FEW_LABELS) return false;
  const meaning = labelMeaning(name, there, mapping);
  return there.every((value) => value.length < 40 && (meaning.none(value) || meaning.degree(value) !== undefined));
}

/**
 * A column that is called like texts beats every other one that is not, however long what stands there is. Among columns
 * of no such name the first that is free text is taken: surveys put their main question first.
 */
function bestText(columns: readonly Column[]): { at: number; why: Why } | undefined {
  const named = columns.filter(
    (column) => rankOfTextName(column.name) === 2 && haveLetters(column) && column.filled > 0.05,
  );
  // The column that is filled in nearly every row is the text; a column that is longer, but rarely filled, holds answers to it.
  const worth = ({ prose, filled }: Column) => prose * filled ** 2;
  if (named.length > 0) {
    const best = highest(named, worth);
    const told = columns.filter(({ name, filled }) => isDescription(name) && filled > 0.9);
    return { at: (best.filled < 0.7 && told.length > 0 ? highest(told, worth) : best).at, why: 'name' };
  }
  const usable = columns.filter(({ name }) => rankOfTextName(name) >= 0);
  const best = highest(usable.length > 0 ? usable : columns);
  const all = columns.filter(({ prose }) => prose >= 1);
  if (best && best.prose >= 1) {
    const parts = usable.filter(({ name, prose }) => rankOfTextName(name) === 1 && prose >= FREE * best.prose);
    const long = usable.filter(({ prose }) => prose >= FREE * best.prose);
    const first = parts[0] ?? long.find(({ name }) => !isTitle(name)) ?? long[0] ?? best;
    return { at: first.at, why: parts.length > 0 ? 'name' : 'values' };
  }
  if (all.length > 0) return { at: highest(all).at, why: 'values' };
  // Texts of one word each: letters, many different ones, and no name of something else.
  const wordy = usable.filter(
    (column) => haveLetters(column) && rankOfIdName(column.name) === 0 && rankOfLabelName(column.name) === 0,
  );
  return wordy.length > 0
    ? { at: wordy.reduce((a, b) => (b.distinct > a.distinct ? b : a)).at, why: 'values' }
    : undefined;
}

const highest = (columns: readonly Column[], worth = ({ prose }: Column) => prose): Column =>
  columns.reduce((a, b) => (worth(b) > worth(a) ? b : a), columns[0]);

/** Other columns that a person may have meant; with a chosen one that is called like texts, only those called so too. */
function freeTexts(columns: readonly Column[], chosen: Column): number[] {
  return columns
    .filter(
      ({ at, name, prose }) =>
        at !== chosen.at && rankOfTextName(name) >= 0 && prose >= 3 && prose >= FREE * chosen.prose,
    )
    .map(({ at }) => at);
}

/** The column of labels: by a strong name, else by one whose values mean something, else by values that are labels. */
function bestLabel(columns: readonly Column[], mapping?: LabelMapping): { at: number; why: Why } | undefined {
  const scored = columns.flatMap((column): { at: number; why: Why; score: number }[] => {
    const { name, at, there } = column;
    if (there.length === 0) return [];
    const called = rankOfLabelName(name);
    const meaning = labelMeaning(name, there, mapping);
    const labels = there.filter((value) => !meaning.none(value));
    const understood =
      labels.filter((value) => meaning.degree(value) !== undefined).length / Math.max(1, labels.length);
    // Without a name of its own, a column of few values may have one that says nothing (“irrelevant”).
    const enough = isGeneric(name) && new Set(labels).size <= FEW_NAMES ? 0.5 : 0.9;
    const words = understood > enough && /names|stars|yes/.test(meaning.scale);
    if (called === 2 && isFew(column, FEW_LABELS)) return [{ at, why: 'name', score: 10 + 5 * understood }];
    if (called === 2 && understood > 0.5) return [{ at, why: 'name', score: 8 }];
    if (called === 1 && understood >= 0.5) return [{ at, why: 'name', score: 5 + 3 * understood + own(column) }];
    if ((isGeneric(name) && isScale(there)) || isSigned(there)) return [{ at, why: 'values', score: 2 }];
    if (words && rankOfTextName(name) <= Number(understood === 1) && !isCounted(name) && isFew(column, FEW_LABELS))
      return [{ at, why: 'values', score: 3 }];
    return [];
  });
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (a, b) => (a && a.score >= b.score ? a : b),
    undefined,
  );
  return best && { at: best.at, why: best.why };
}

/**
 * Beside the rating of a review there may be that of its shop, which is the same in many rows, ratings of single aspects,
 * and whether the writer recommends it.
 */
function own({ name, there, distinct }: Column): number {
  const plain = plainName(name);
  const said = /\b(review|reviewer|my|user|customer|your|own) (ratings?|stars?|scores?|grade)\b|(评论|用户|买家)(评分|星级|打分)|\b(overall|total|in general|gesamt\w*|globale?|general)\b|总|整体|综合|總|整體|綜合|総合|종합/.test(plain) ? 0.5 : 0; // prettier-ignore
  const bare = /^(ratings?|stars?|scores?|评分|星级|评级|打分)$/.test(plainName(lastPart(name))) ? 0.25 : 0;
  const aspect = /\S\s*\[[^[\]]+\]\s*$/.test(name) ? 0.5 : 0;
  return said + bare - aspect - (there.length > 1 && distinct === 1 / there.length ? 0.25 : 0);
}

/** A column beside answers to “How likely are you to recommend us?” that says so. */
const ofPromoters = ({ name, there }: Column): boolean =>
  there.length > 0 && (/\bnps\b/.test(plainName(name)) || there.every((value) => /^\s*(promoters?|passives?|neutrals?|detractors?|nps.{0,12})\s*$/i.test(value))) && !there.every((value) => /^\s*neutrals?\s*$/i.test(value)); // prettier-ignore

/** Whole numbers from 0 to 10, one of them above 5: without such a one they may be a scale of five. */
const areOutOfTen = (there: readonly string[]): boolean =>
  there.length > 0 && there.every((value) => /^\s*(\d|10)\s*$/.test(value)) && there.some((value) => Number(value) > 5);

/** Where these columns are, `score` counts votes. */
const areOfReddit = (names: readonly string[]): boolean =>
  names.some((name) =>
    /(^|\.)(subreddit|permalink|num_comments|upvote_ratio|is_submitter|link_id|selftext)$/i.test(name),
  );

/** The name of a column that has none. */
const isGeneric = (name: string): boolean => /^column \d+$/.test(name);

/** Numbers that are labels though nothing says so: those of Sentiment140, of Yelp, of five stars; no running numbers. */
function isScale(there: readonly string[]): boolean {
  const different = [...new Set(there)].sort();
  if (/^(0,4|0,2,4|0,1|-1,1|-1,0,1|0,1,2)$/.test(different.join())) return !isRunning(there);
  return different.length > 1 && different.every((value) => /^[1-5]$/.test(value)) && !isRunning(there);
}

/** −1 and 1 with or without 0 are labels, whatever the column is called (`category`). */
const isSigned = (there: readonly string[]): boolean =>
  /^(-1,1|-1,0,1)$/.test([...new Set(there.map((value) => value.trim()))].sort().join()) && !isRunning(there);

const isRunning = (there: readonly string[]): boolean =>
  there.length > 2 && there.every((value, i) => i === 0 || Number(value) === Number(there[i - 1]) + 1);

const isFew = ({ there }: Column, most: number): boolean => there.length > 0 && new Set(there).size <= most;

function bestBy(columns: readonly Column[], taken: (at: number) => boolean, score: (column: Column) => number) {
  const scored = columns.filter(({ at }) => !taken(at)).map((column) => ({ at: column.at, score: score(column) }));
  const best = scored.reduce<{ at: number; score: number } | undefined>(
    (a, b) => (a && a.score >= b.score ? a : b),
    undefined,
  );
  return best && best.score > 0 ? { at: best.at, why: 'name' as const } : undefined;
}

function byValues(columns: readonly Column[], taken: (at: number) => boolean, fits: (column: Column) => boolean) {
  const found = columns.find((column) => !taken(column.at) && rankOfIdName(column.name) === 0 && rankOfLabelName(column.name) === 0 && !/^\s*\d+\s*$/.test(column.there[0] ?? '') && fits(column)); // prettier-ignore
  return found && { at: found.at, why: 'values' as const };
}
