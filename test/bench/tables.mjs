const number = (value, digits) => value.toFixed(digits);
const time = (value) => number(value, value < 10 ? 3 : 1);

const row = (cells) => `| ${cells.join(' | ')} |`;

/** One table a network and length. */
const comparisonTable = (results) => [
  row(['engine', 'ms a text', '± %', 'as long as ours, seen', 'as ours, new', 'GOP/s', '% of peak', 'max. difference']),
  row(['---', '--:', '--:', '--:', '--:', '--:', '--:', '--:']),
  ...results.map((one) =>
    row([
      one.engine,
      time(one.milliseconds),
      number(100 * one.spread, 0),
      `${number(one.timesSeen, 2)} ×`,
      `${number(one.timesNew, 2)} ×`,
      number(one.gops, 1),
      one.shareOfPeak ? number(100 * one.shareOfPeak, 0) : '–',
      one.difference.toExponential(1),
    ]),
  ),
];

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
      '',
      ...comparisonTable(results.filter((one) => one.layers === layers && one.words === words)),
    ]),
  );

const trainings = (results) => [
  '',
  row([
    'training, float32, one core',
    'batch',
    'ms a step',
    '± %',
    'forward, ms',
    'step / forward',
    'GFLOP/s',
    'PyTorch, ms',
  ]),
  row(['---', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:']),
  ...results.map((one) =>
    row([
      one.name,
      one.batch,
      time(one.milliseconds),
      number(100 * one.spread, 0),
      time(one.processor),
      time(one.forward),
      number(one.timesForward, 2),
      number(one.gflops, 1),
      `${one.pytorch}`,
    ]),
  ),
];

/** Everything that was measured, as Markdown. */
export const markdown = ({ machine, peaks, comparison, training }) =>
  [
    machineLine(machine, peaks),
    ...(comparison ? comparisons(comparison) : []),
    ...(training ? trainings(training) : []),
  ].join('\n');
