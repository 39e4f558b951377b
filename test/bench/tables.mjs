const number = (value, digits) => value.toFixed(digits);
const milliseconds = (value) => number(value, value < 10 ? 3 : 1);

const row = (cells) => `| ${cells.join(' | ')} |`;

const table = (head, rows) => ['', row(head), row(head.map((_, index) => (index ? '--:' : '---'))), ...rows.map(row)];

/** One network, one length. */
const comparisonTable = (results) =>
  table(
    ['engine', 'ms a text', '± %', 'as long as ours, seen', 'as ours, new', 'GOP/s', '% of peak', 'max. difference'],
    results.map((one) => [
      one.engine,
      milliseconds(one.milliseconds),
      number(100 * one.spread, 0),
      `${number(one.timesSeen, 2)} ×`,
      `${number(one.timesNew, 2)} ×`,
      number(one.gops, 1),
      one.shareOfPeak ? number(100 * one.shareOfPeak, 0) : '–',
      one.difference.toExponential(1),
    ]),
  );

const unique = (values) => [...new Set(values)];

/** What was measured on, in one line. */
const machineLine = ({ processor, cores, memory, system, node, v8, load }, peaks) =>
  `${processor}, ${cores} cores, ${memory}, ${system}; Node ${node} (V8 ${v8}); load ${load.join(' ')} at the start; ` +
  `measured peak of one core in simd128: ${number(peaks.int16, 0)} GOP/s int16, ${number(peaks.float32, 0)} GFLOP/s float32.`;

const comparisons = (results) =>
  unique(results.map(({ layers }) => layers)).flatMap((layers) =>
    unique(results.map(({ words }) => words)).flatMap((words) => [
      '',
      `**BiLSTM(128) × ${layers} with attention, ${words} words**`,
      ...comparisonTable(results.filter((one) => one.layers === layers && one.words === words)),
    ]),
  );

const trainings = (results) =>
  table(
    [
      'training, float32, one core',
      'batch',
      'ms a step',
      '± %',
      'forward, ms',
      'to the inputs / forward',
      'step / forward',
      'GFLOP/s',
    ],
    results.map((one) => [
      one.name,
      one.batch,
      milliseconds(one.milliseconds),
      number(100 * one.spread, 0),
      milliseconds(one.forward),
      number(one.toInputs, 2),
      number(one.timesForward, 2),
      number(one.gflops, 1),
    ]),
  );

const trainers = (results) =>
  table(
    ['the trainer, float32', 'batch', 'cores', 'ms a step', 'least', '± %', 'GFLOP/s'],
    results.map((one) => [
      one.name,
      one.batch,
      one.cores,
      milliseconds(one.milliseconds),
      milliseconds(one.least),
      number(100 * one.spread, 0),
      number(one.gflops, 1),
    ]),
  );

const startups = (results) =>
  table(
    ['language', 'first explanation, ms', '± %', 'second, ms'],
    results.map((one) => [one.language, number(one.first, 0), number(100 * one.spread, 0), number(one.second, 1)]),
  );

const activations = (results) =>
  table(
    ['bundle', 'loaded in ms', '± %', 'activated in ms'],
    results.map((one) => [one.bundle, number(one.load, 1), number(100 * one.spread, 0), number(one.activate, 1)]),
  );

const defaultsTable = (results) =>
  table(
    ['default explanation', 'ms', '± %', 'digest'],
    results.map((one) => [one.name, number(one.milliseconds, 1), number(100 * one.spread, 0), one.digest]),
  );

const bundles = (results) =>
  table(
    ['bundle', 'KB', 'KB gzipped'],
    results.map((one) => [one.name, number(one.bytes / 1000, 0), number(one.gzipped / 1000, 0)]),
  );

const memories = (results) =>
  table(
    ['explanations', 'MiB resident above an empty worker'],
    results.map((one) => [`${one.explanations}`, number(one.above, 0)]),
  );

const shippedTable = ({ model, texts, words, ratio, engines }) => [
  '',
  `**${model}, ${texts} texts of ${number(words, 0)} words in the mean: ${number(ratio, 1)} × as fast**`,
  ...table(
    ['engine', 'ms a text', '± %'],
    engines.map((one) => [one.name, milliseconds(one.milliseconds), number(100 * one.spread, 0)]),
  ),
];

const percent = (part, whole) => `${number((100 * part) / whole, 2)} %`;

const accuracies = ({ model, n, int16, compared, lost, otherLabel, farthest, mean }) =>
  table(
    ['model', 'rows', 'int16', 'of these in float32 too', 'points lost', 'other label', 'max. difference', 'mean'],
    [
      [
        model,
        `${n}`,
        percent(int16, n),
        `${compared}`,
        number((100 * lost) / compared, 3),
        `${otherLabel}`,
        farthest.toExponential(1),
        mean.toExponential(1),
      ],
    ],
  );

const explanationTable = (results) =>
  table(
    ['100 words', 'ms a text', '± %', 'as long as a tf.layers forward', 'as one of its own in float32', 'target'],
    results.map((one) => [
      one.name,
      milliseconds(one.milliseconds),
      number(100 * one.spread, 0),
      `${number(one.timesLayers, 2)} ×`,
      one.timesOwn === undefined ? '' : `${number(one.timesOwn, 2)} ×`,
      one.target === undefined ? '' : `≤ ${one.target} ×`,
    ]),
  );

const lengthTable = (results) =>
  table(
    ['BiLSTM(128), attention', 'layers', 'words', 'ms a text', 'times 400 words', 'µs a word'],
    results.map((one) => [
      one.engine,
      `${one.layers}`,
      `${one.words}`,
      milliseconds(one.milliseconds),
      number(one.times, 2),
      number(one.aWord, 2),
    ]),
  );

const architectureTable = (results) =>
  table(
    ['100 words, seen before', 'ms a text', '± %', 'float32 network, ms', 'times as fast'],
    results.map((one) => [
      one.name,
      milliseconds(one.milliseconds),
      number(100 * one.spread, 0),
      milliseconds(one.float32),
      number(one.times, 1),
    ]),
  );

const annotations = ({ compared, runs }) => [
  ...table(
    [
      'saliency annotate',
      'workers',
      'rows',
      'rows out',
      'rows/s',
      'rows/s of processor time',
      'peak MiB',
      'MiB after the first minute',
    ],
    runs.map((one) => [
      `--explain ${one.explain}`,
      one.workers,
      one.rows,
      one.out,
      number(one.rate, 0),
      number(one.ofProcessor, 0),
      number(one.peak, 0),
      one.afterMinute ? `${number(one.afterMinute.least, 0)}–${number(one.afterMinute.most, 0)}` : '–',
    ]),
  ),
  '',
  `On ${compared.sample} English rows: ${milliseconds(compared.ours)} ms a row, tf.layers row by row ${milliseconds(compared.theirs)} ms: ${number(compared.times, 1)} ×.`,
  ...['none', 'default'].map((explain) => {
    const [one, two] = runs.filter((run) => run.explain === explain);
    return `Two workers, --explain ${explain}: ${number(two.rate / one.rate, 2)} × one.`;
  }),
];

/** Everything that was measured, as Markdown. */
export const markdown = ({ machine, peaks, time, ...measured }) =>
  [
    machineLine(machine, peaks),
    ...(time === 'processor' ? ['Milliseconds are processor time.'] : []),
    ...comparisons(measured.comparison ?? []),
    ...(measured.training ? trainings(measured.training) : []),
    ...(measured.trainer ? trainers(measured.trainer) : []),
    ...(measured.shipped ? shippedTable(measured.shipped) : []),
    ...(measured.accuracy ? accuracies(measured.accuracy) : []),
    ...(measured.startup ? startups(measured.startup) : []),
    ...(measured.activation ? activations(measured.activation) : []),
    ...(measured.defaults ? defaultsTable(measured.defaults) : []),
    ...(measured.bundles ? bundles(measured.bundles) : []),
    ...(measured.explanations ? explanationTable(measured.explanations) : []),
    ...(measured.length ? lengthTable(measured.length) : []),
    ...(measured.architectures ? architectureTable(measured.architectures) : []),
    ...(measured.annotate ? annotations(measured.annotate) : []),
    ...(measured.memory ? memories(measured.memory) : []),
  ].join('\n');
