/** Names that labels go by, lower case, from bad to good. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'very negative': ['very negative', 'very_negative', 'very bad', '非常负面', '很差', '非常差'],
  negative: ['negative', 'neg', 'bad', 'n', '负面', '消极', '差评', '负', '不满意', '贬', '差'],
  neutral: ['neutral', 'neu', 'mixed', 'ok', '中性', '中立', '中评', '中', '一般'],
  positive: ['positive', 'pos', 'good', 'p', '正面', '积极', '好评', '正', '满意', '褒', '好'],
  'very positive': ['very positive', 'very_positive', 'very good', '非常正面', '很好', '非常好'],
};

const SIDES = ['negative', 'neutral', 'positive'];

/**
 * What a file's own labels mean among those of the models: by name, in either language; numbers by their scale (0 and 1;
 * −1 to 1; 0 to 2; 1 to 5 stars; 0, 2 and 4; 1 to 10). Degrees that the models do not tell apart fall together.
 * Undefined: it cannot be told.
 */
export function meaningOf(given: readonly string[], labels: readonly string[]): Map<string, string | undefined> {
  const scale = scaleOf(given);
  return new Map(given.map((label) => [label, known(scale?.(Number(label)) ?? byName(label, labels), labels)]));
}

function byName(label: string, labels: readonly string[]): string | undefined {
  const name = label.trim().toLowerCase();
  const own = labels.find((each) => each.toLowerCase() === name);
  return own ?? Object.keys(NAMES).find((each) => NAMES[each].includes(name));
}

/** From what a label means to one that the models have. */
function known(label: string | undefined, labels: readonly string[]): string | undefined {
  if (label === undefined || labels.includes(label)) return label;
  const plain = label.replace(/^very /, '');
  return labels.includes(plain) ? plain : undefined;
}

/** How numbers are to be read, where all labels are numbers of one of the known scales. */
function scaleOf(given: readonly string[]): ((value: number) => string | undefined) | undefined {
  if (given.length === 0 || !given.every((label) => /^\s*[+-]?\d+(\.0+)?\s*$/.test(label))) return undefined;
  const values = given.map(Number);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const within = (...all: number[]) => values.every((value) => all.includes(value));
  if (within(0, 1)) return (value) => (value === 1 ? 'positive' : 'negative');
  if (within(-1, 0, 1)) return (value) => SIDES[value + 1];
  if (within(0, 1, 2)) return (value) => SIDES[value];
  if (within(0, 2, 4)) return (value) => SIDES[value / 2];
  const highest = most <= 5 ? 5 : most <= 10 ? 10 : undefined;
  if (least < 1 || highest === undefined) return undefined;
  return (stars) => {
    const share = (stars - 1) / (highest - 1);
    if (share < 0.125) return 'very negative';
    if (share > 0.875) return 'very positive';
    return SIDES[share < 0.45 ? 0 : share <= 0.55 ? 1 : 2];
  };
}
