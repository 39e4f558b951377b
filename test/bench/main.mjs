import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compare } from './compare.mjs';
import { describeMachine } from './machine.mjs';
import { startTfjs } from './ours/backend.mjs';
import { timers } from './measure.mjs';
import { measurePeaks } from './peak.mjs';
import { markdown } from './tables.mjs';
import { measureTraining } from './training.mjs';

const HELP = `npm run bench -- [options]

Measures Saliency's kernels against other engines, on the same weights, one text after another.

  --quick       fewer rounds, no text of 2,000 words
  --processor   processor time instead of the clock: steadier on a machine that does other things
  --training    milliseconds a training step instead
  --json FILE   writes the figures to FILE as well
  --help        this text`;

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  processor: { type: 'boolean', default: false },
  training: { type: 'boolean', default: false },
  json: { type: 'string' },
  help: { type: 'boolean', default: false },
};

/** @param {string[]} args */
export const main = async (args) => {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.help) return console.log(HELP);
  const machine = describeMachine();
  const peaks = measurePeaks();
  await startTfjs();
  const log = (line) => console.error(line);
  const how = { quick: values.quick, peaks, log, now: values.processor ? timers.processor : timers.clock };
  const result = {
    machine,
    peaks,
    ...(values.training ? { training: measureTraining(how) } : { comparison: await compare(how) }),
  };
  console.log(markdown(result));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
};
