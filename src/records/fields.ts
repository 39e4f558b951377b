/** Which fields of a record hold what; a name, in JSON a dotted path, or the number of a column from 1. */
export interface FieldNames {
  readonly text?: string;
  readonly id?: string;
  readonly label?: string;
  readonly group?: string;
}

/** Positions among the names. */
export interface Fields {
  readonly text: number;
  readonly id?: number;
  readonly label?: number;
  readonly group?: number;
}

const TEXT =
  /^(texts?|contents?|reviews?|review[ _.-]?(text|body|content)|body|comments?|comment[ _.-]?(text|body)|sentence|message|tweet|post|document|feedback|full[ _.-]?text|评论|评价|内容|文本|正文|留言|句子|评论内容|评价内容|微博(中文)?内容|微博正文)$/i;
const TEXT_PART = /text|content|review|comment|body|sentence|message|feedback|评|内容|文本|正文/i;
const ID = /^(_?id|uid|uuid|guid|key|编号|序号|[a-z0-9]+[_-]id|[a-z]+Id)$/;
const LABEL =
  /^(labels?|sentiment|polarity|class|rating|stars?|score|target|emotion|情感|情感倾向|情绪|标签|倾向|评分|星级)$/i;
const GROUP = /^(category|cat|group|product|brand|source|type|topic|genre|domain|类别|分类|类目|品类|品牌|来源|主题)$/i;

/** The last part of a dotted path: `review.text` is called `text`. */
const lastPart = (name: string): string => name.trim().slice(name.trim().lastIndexOf('.') + 1);

/** Whether a name is one that texts, labels or ids go by. */
export const isKnownName = (name: string): boolean =>
  [TEXT, ID, LABEL, GROUP].some((known) => known.test(name.trim()) || known.test(lastPart(name)));

/** How much the values of one field look like what a person would read; about 0 to 20. */
export function textScore(name: string, values: readonly string[]): number {
  const there = values.filter((value) => value.trim() !== '').map((value) => value.slice(0, 2_000));
  const called = TEXT.test(name.trim()) ? 7 : TEXT.test(lastPart(name)) ? 6 : TEXT_PART.test(name) ? 2 : 0;
  if (there.length === 0) return called / 10;
  const mean = (measure: (value: string) => number) =>
    there.reduce((sum, value) => sum + measure(value), 0) / there.length;
  const letters = mean((value) => (value.match(/\p{L}/gu) ?? []).length);
  const han = mean((value) => (value.match(/\p{Script=Han}/gu) ?? []).length);
  const share =
    letters /
    Math.max(
      1,
      mean((value) => value.length),
    );
  const words = mean((value) => (value.match(/\s\S/g) ?? []).length) + han / 2;
  const links = mean((value) => Number(/^(https?:\/\/|www\.|[\w.+-]+@[\w-]+\.)\S+$/i.test(value.trim())));
  const distinct = new Set(there).size / there.length;
  const content = 3 * Math.log2(1 + Math.min(words, 60)) * Math.min(1, 1.6 * share) * (1 - links);
  return (content + called * (letters >= 1 ? 1 : 0.2)) * (distinct < 0.3 && there.length > 9 ? 0.3 : 1);
}

/** @throws nothing: undefined where no field holds texts or the one asked for does not exist */
export function chooseFields(
  names: readonly string[],
  sample: readonly (readonly string[])[],
  asked: FieldNames,
): Fields | undefined {
  const values = (field: number) => sample.map((row) => row[field] ?? '');
  const text = asked.text === undefined ? bestText(names, values) : position(names, asked.text);
  if (text === undefined) return undefined;
  const others = (field: number) => field !== text;
  const named = (name: string | undefined, pattern: RegExp, fits: (values: readonly string[]) => boolean) => {
    if (name !== undefined) return position(names, name);
    return [...names.keys()].find(
      (field) => others(field) && pattern.test(lastPart(names[field])) && fits(values(field)),
    );
  };
  const few = (most: number) => (found: readonly string[]) =>
    new Set(found.filter((value) => value !== '')).size <= most && found.some((value) => value !== '');
  return {
    text,
    id: named(asked.id, /^_?id$/i, () => true) ?? named(undefined, ID, () => true),
    label: named(asked.label, LABEL, few(12)),
    group: named(asked.group, GROUP, few(40)),
  };
}

function bestText(names: readonly string[], values: (field: number) => string[]): number | undefined {
  const scores = names.map((name, field) => textScore(name, values(field)));
  const best = Math.max(...scores);
  return best > 0.3 ? scores.indexOf(best) : undefined;
}

/** By name, else by the number of the column. */
function position(names: readonly string[], asked: string): number | undefined {
  const at = names.findIndex((name) => name.trim() === asked.trim());
  if (at >= 0) return at;
  const number = /^\d+$/.test(asked) ? Number(asked) : 0;
  return number >= 1 && number <= names.length ? number - 1 : undefined;
}
