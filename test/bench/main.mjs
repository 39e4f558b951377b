import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureAccuracy } from './accuracy.mjs';
import { measureActivation } from './activation.mjs';
import { measureAnnotate } from './annotate.mjs';
import { measureArchitectures } from './architectures.mjs';
import { compare } from './compare.mjs';
import { measureDefaults } from './defaults.mjs';
import { describeMachine } from './machine.mjs';
import { measureExplanations } from './explanations.mjs';
import { startTfjs } from './ours/backend.mjs';
import { timers } from './measure.mjs';
import { measureLength } from './length.mjs';
import { measureMemory } from './memory.mjs';
import { measurePeaks } from './peak.mjs';
import { measureShipped } from './shipped.mjs';
import { measureStartup } from './startup.mjs';
import { markdown } from './tables.mjs';
import { measureTraining } from './training.mjs';
import { measureTrainingOn } from './training-cores.mjs';

const HELP = `npm run bench -- [options]

Measures Saliency's kernels against other engines, on the same weights, one text after another; then a training step.

  --quick       fewer rounds, no text of 2,000 words
  --processor   processor time instead of the clock: steadier on a machine that does other things
  --layers 1,2  only these numbers of layers
  --words 25,…  only these lengths
  --training    milliseconds a training step only;  --cores N: of the trainer itself, on so many cores
  --startup     worker start to first explanation, and what is loaded, instead
  --activation  the extension's own part of its activation instead;  --against BUNDLE: in turns with another extension.cjs
  --defaults    the default explanation of 20 to 200 words, and a digest of its bytes, instead
  --memory      resident memory of 10,000 explanations instead
  --shipped     the English model on our samples in the extension's own worker, against tf.layers, instead
  --annotate    rows a second of saliency annotate, its memory, what a second worker adds, against tf.layers, instead;
                --rows N (20,000) predictions, --explained N (2,000) explanations
  --accuracy PATH…  int16 against float32 on labelled rows, of the model that --model names, instead
  --model NAME  a model of models/, for --accuracy and --explanations;  --where field=value…: only these rows;  --every N: float32 on one row in N
  --explanations  every method of every recurrent model, 100 words, beside a tf.layers forward pass, instead
  --length      how time grows from 400 to 20,000 words, instead
  --architectures  every architecture, 100 words, as it reads texts, beside its float32 network, instead
  --json FILE   writes the figures to FILE as well
  --help        this text`;

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  layers: { type: 'string', default: '1,2' },
  words: { type: 'string' },
  processor: { type: 'boolean', default: false },
  training: { type: 'boolean', default: false },
  cores: { type: 'string' },
  startup: { type: 'boolean', default: false },
  activation: { type: 'boolean', default: false },
  against: { type: 'string' },
  defaults: { type: 'boolean', default: false },
  memory: { type: 'boolean', default: false },
  shipped: { type: 'boolean', default: false },
  annotate: { type: 'boolean', default: false },
  rows: { type: 'string', default: '20000' },
  explained: { type: 'string', default: '2000' },
  accuracy: { type: 'string', multiple: true },
  model: { type: 'string' },
  where: { type: 'string', multiple: true, default: [] },
  every: { type: 'string', default: '1' },
  explanations: { type: 'boolean', default: false },
  length: { type: 'boolean', default: false },
  architectures: { type: 'boolean', default: false },
  json: { type: 'string' },
  help: { type: 'boolean', default: false },
};

/** What the options ask for. */
const measure = async (values, peaks) => {
  const now = values.processor ? timers.processor : timers.clock;
  const how = { quick: values.quick, peaks, now, log: (line) => console.error(line) };
  if (values.startup) return measureStartup(how);
  if (values.activation) return measureActivation({ ...how, against: values.against });
  if (values.memory) return measureMemory(how);
  await startTfjs();
  if (values.defaults) return measureDefaults(how);
  if (values.shipped) return measureShipped(how);
  if (values.annotate)
    return measureAnnotate({ ...how, rows: Number(values.rows), explained: Number(values.explained) });
  if (values.accuracy)
    return measureAccuracy({
      ...how,
      data: values.accuracy,
      model: values.model,
      where: values.where,
      every: Number(values.every),
    });
  if (values.length) return measureLength(how);
  if (values.architectures) return measureArchitectures(how);
  if (values.explanations) return measureExplanations({ ...how, only: values.model });
  if (values.training && values.cores) return { trainer: await measureTrainingOn(Number(values.cores), how) };
  if (values.training) return { training: measureTraining(how) };
  const numbers = (text) => text.split(',').map(Number);
  const words = numbers(values.words ?? (values.quick ? '25,100,400' : '25,100,400,2000'));
  const comparison = await compare({ ...how, words, layers: numbers(values.layers) });
  return { comparison, training: measureTraining(how) };
};

/** @param {string[]} args */
export const main = async (args) => {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.help) return console.log(HELP);
  const machine = describeMachine();
  const peaks = measurePeaks();
  const time = values.processor ? 'processor' : 'clock';
  const result = { machine, peaks, time, ...(await measure(values, peaks)) };
  console.log(markdown(result));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
};
