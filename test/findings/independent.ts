interface WrittenRow {
  readonly text: string;
  readonly label: string;
  readonly givenLabel: string;
  readonly date: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly probabilities: Readonly<Record<string, number>>;
  readonly words: readonly { readonly text: string }[];
  readonly phrases: readonly { readonly start: number; readonly end: number; readonly score: number }[];
}

type Rows = readonly WrittenRow[];

/**
 * The overview's figures computed anew from the written rows, by another way than `src/findings`: plain loops over parsed
 * rows, textbook formulas, nothing imported. What both say must be equal.
 *
 * @param ndjson rows as `saliency annotate` writes them
 */
export function independentFigures(ndjson: string) {
  const rows = ndjson
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as WrittenRow);
  const labels = ['negative', 'neutral', 'positive'];
  return {
    shares: Object.fromEntries(
      labels.map((label) => [label, wilson(rows.filter((row) => row.label === label).length, rows.length)]),
    ),
    byProduct: groupBy(
      rows,
      (row) => row.cells.product,
      (some) => shares(some),
    ),
    byMonth: groupBy(
      rows,
      (row) => row.date.slice(0, 7),
      (some) => shares(some),
    ),
    change: changeFrom(rows, '2023-10-01'),
    accuracy: accuracyOf(rows, labels),
    calibration: calibrationOf(rows),
    thresholds: [0.5, 0.7, 0.9].map((threshold) => {
      const kept = rows.filter((row) => Math.round(row.probabilities[row.label] * 10_000) >= threshold * 10_000);
      return {
        threshold,
        kept: kept.length,
        right: wilson(kept.filter((row) => row.givenLabel === row.label).length, kept.length),
      };
    }),
    widened: widenedChange(rows, '2023-10-01', 2 * 2 * (new Set(rows.map((row) => row.date.slice(0, 7))).size - 1)),
    sliceOf: (stars: string) => {
      const agrees = (some: Rows) => wilson(some.filter((row) => row.givenLabel === row.label).length, some.length);
      const [own, others] = [
        rows.filter((row) => row.cells.stars === stars),
        rows.filter((row) => row.cells.stars !== stars),
      ].map(agrees);
      return { own, change: newcombe(others, own) };
    },
    timesOf: (phrase: string, product: string) =>
      timesOf(
        rows.filter((row) => Math.round(row.probabilities[row.label] * 10_000) >= 6_000),
        phrase,
        product,
      ),
    logOdds: (product: string, words: readonly string[]) => logOddsOf(rows, product, words),
    rowsWith: (word: string, product: string) =>
      rows.filter((row) => row.cells.product === product && tokens(row).includes(word)).length,
  };
}

const Z95 = 1.959963984540054;

/** The roots of (p − s)² = z² s (1 − s) / n: Wilson's interval by its definition. */
function wilson(count: number, n: number, z = Z95) {
  const p = count / n;
  const [a, b, c] = [1 + z ** 2 / n, -(2 * p + z ** 2 / n), p ** 2];
  const root = Math.sqrt(b ** 2 - 4 * a * c);
  return { count, value: p, low: (-b - root) / (2 * a), high: (-b + root) / (2 * a) };
}

const shares = (rows: Rows) => ({
  rows: rows.length,
  positive: wilson(rows.filter((row) => row.label === 'positive').length, rows.length),
  negative: wilson(rows.filter((row) => row.label === 'negative').length, rows.length),
});

function groupBy<T>(rows: Rows, key: (row: WrittenRow) => string, what: (rows: Rows) => T): Record<string, T> {
  const groups: Record<string, WrittenRow[]> = {};
  for (const row of rows) (groups[key(row)] ??= []).push(row);
  return Object.fromEntries(Object.entries(groups).map(([name, some]) => [name, what(some)]));
}

/** Newcombe 1998, method 10. */
function newcombe(before: ReturnType<typeof wilson>, after: ReturnType<typeof wilson>) {
  const value = after.value - before.value;
  return {
    value,
    low: value - Math.sqrt((after.value - after.low) ** 2 + (before.high - before.value) ** 2),
    high: value + Math.sqrt((after.high - after.value) ** 2 + (before.value - before.low) ** 2),
  };
}

/** Of the negative share. */
function changeFrom(rows: Rows, day: string, z = Z95) {
  const part = (some: Rows) => wilson(some.filter((row) => row.label === 'negative').length, some.length, z);
  const [before, after] = [part(rows.filter((row) => row.date < day)), part(rows.filter((row) => row.date >= day))];
  return { before, after, ...newcombe(before, after) };
}

/** The same where so many changes were tried: Bonferroni, with the quantile by halving over an integral by Simpson's rule. */
function widenedChange(rows: Rows, day: string, tried: number) {
  const tail = (z: number) => {
    const [steps, end] = [4_000, 12];
    const width = (end - z) / steps;
    let sum = 0;
    for (let i = 0; i <= steps; i++) {
      const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      sum += weight * Math.exp(-((z + i * width) ** 2) / 2);
    }
    return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
  };
  let [low, high] = [0, 12];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (tail(middle) > 0.025 / tried) low = middle;
    else high = middle;
  }
  return changeFrom(rows, day, low);
}

/** In how many rows of a product a phrase spoke for a negative prediction, against all others: Katz's interval of the ratio. */
function timesOf(rows: Rows, phrase: string, product: string) {
  const has = (row: WrittenRow) =>
    row.phrases.some(
      ({ start, end, score }) =>
        score > 0 && row.label === 'negative' && row.text.slice(start, end).toLowerCase() === phrase,
    );
  const [own, others] = [true, false].map((is) => rows.filter((row) => (row.cells.product === product) === is));
  const [a, b] = [own, others].map((some) => some.filter(has).length);
  const ratio = a / own.length / (b / others.length);
  const half = Z95 * Math.sqrt(1 / a - 1 / own.length + 1 / b - 1 / others.length);
  return { rows: a, restRows: b, value: ratio, low: ratio / Math.exp(half), high: ratio * Math.exp(half) };
}

function accuracyOf(rows: Rows, labels: readonly string[]) {
  const matrix = labels.map((given) =>
    labels.map((label) => rows.filter((row) => row.givenLabel === given && row.label === label).length),
  );
  const f1 = labels.map((_, at) => {
    const precision = matrix[at][at] / matrix.reduce((sum, line) => sum + line[at], 0);
    const recall = matrix[at][at] / matrix[at].reduce((sum, one) => sum + one, 0);
    return (2 * precision * recall) / (precision + recall);
  });
  return {
    matrix,
    classes: labels.map((_, at) => ({
      precision: matrix[at][at] / matrix.reduce((sum, line) => sum + line[at], 0),
      recall: matrix[at][at] / matrix[at].reduce((sum, one) => sum + one, 0),
    })),
    accuracy: wilson(matrix[0][0] + matrix[1][1] + matrix[2][2], rows.length),
    macroF1: (f1[0] + f1[1] + f1[2]) / 3,
  };
}

/** Ten bins of confidence as it is kept, in ten-thousandths. */
function calibrationOf(rows: Rows) {
  const bins = Array.from({ length: 10 }, (): { confidence: number; right: number }[] => []);
  for (const row of rows) {
    const confidence = Math.round(row.probabilities[row.label] * 10_000) / 10_000;
    bins[Math.min(9, Math.floor(confidence * 10))].push({ confidence, right: row.givenLabel === row.label ? 1 : 0 });
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const filled = bins.filter((bin) => bin.length > 0);
  const found = filled.map((bin) => ({
    rows: bin.length,
    confidence: mean(bin.map((one) => one.confidence)),
    accuracy: wilson(bin.filter((one) => one.right === 1).length, bin.length),
  }));
  return {
    bins: found,
    error: found.reduce(
      (sum, bin) => sum + (bin.rows / rows.length) * Math.abs(bin.accuracy.value - bin.confidence),
      0,
    ),
  };
}

const tokens = (row: WrittenRow) =>
  row.words.map(({ text }) => text.toLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Monroe et al. 2008, with 500 words of the whole as the prior. */
function logOddsOf(rows: Rows, product: string, words: readonly string[]) {
  const counts = [new Map<string, number>(), new Map<string, number>()];
  const totals = [0, 0];
  for (const row of rows) {
    const side = row.cells.product === product ? 0 : 1;
    for (const word of tokens(row)) {
      counts[side].set(word, (counts[side].get(word) ?? 0) + 1);
      totals[side]++;
    }
  }
  return words.map((word) => {
    const [y, x] = counts.map((count) => count.get(word) ?? 0);
    const [n, m] = totals;
    const alpha = (500 * (y + x)) / (n + m);
    const delta = Math.log((y + alpha) / (n + 500 - y - alpha)) - Math.log((x + alpha) / (m + 500 - x - alpha));
    return { word, logOdds: delta, z: delta / Math.sqrt(1 / (y + alpha) + 1 / (x + alpha)) };
  });
}

/**
 * Cohen's κ of two lists of labels, and its interval by Fleiss, Cohen & Everitt 1969 written out for proportions.
 */
export function independentKappa(a: readonly string[], b: readonly string[]) {
  const names = [...new Set([...a, ...b])];
  const n = a.length;
  const p = names.map((x) => names.map((y) => a.filter((one, at) => one === x && b[at] === y).length / n));
  const row = p.map((line) => line.reduce((sum, one) => sum + one, 0));
  const column = names.map((_, j) => p.reduce((sum, line) => sum + line[j], 0));
  let [observed, chance] = [0, 0];
  names.forEach((_, i) => {
    observed += p[i][i];
    chance += row[i] * column[i];
  });
  const kappa = (observed - chance) / (1 - chance);
  let [first, second] = [0, 0];
  for (let i = 0; i < names.length; i++) {
    first += p[i][i] * (1 - chance - (row[i] + column[i]) * (1 - observed)) ** 2;
    for (let j = 0; j < names.length; j++) if (i !== j) second += p[i][j] * (column[i] + row[j]) ** 2;
  }
  const variance =
    (first + (1 - observed) ** 2 * second - (observed * chance - 2 * chance + observed) ** 2) / (n * (1 - chance) ** 4);
  const half = 1.959963984540054 * Math.sqrt(variance);
  return { kappa, low: kappa - half, high: kappa + half };
}
