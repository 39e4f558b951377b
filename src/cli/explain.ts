import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import { LocalExplainer } from '../engine/local-explainer';
import type { Method } from '../explain/explanation';
import { wantsColour } from './paint';
import { resources } from './resources';
import { showExplanation } from './show-explanation';
import { write } from './write';

interface Options {
  readonly model?: string;
  readonly method?: string;
  readonly target?: string;
  readonly json?: true;
}

/** `saliency explain`: one text, explained for people or as JSON. */
export function registerExplain(program: Command): void {
  program
    .command('explain')
    .description('say why a text reads as positive, neutral or negative')
    .argument('<text>', 'the text, or - to read it from standard input')
    .option('--model <name>', "the model; left out: the default of the text's language")
    .option('--method <name>', "the attribution method; left out: the model's default")
    .option('--target <label>', 'the label that the words speak for or against; left out: the predicted one')
    .option('--json', 'print the explanation as JSON')
    .action(explain);
}

async function explain(argument: string, { model, method, target, json }: Options): Promise<void> {
  const text = argument === '-' ? await standardInput() : argument;
  const explainer = new LocalExplainer(resources());
  // The name is whatever was typed: the explainer answers a wrong one with the right ones.
  const explanation = await explainer.explain({ text, model, method: method as Method | undefined, target });
  if (json) await write(`${JSON.stringify(explanation, null, 2)}\n`);
  else await write(showExplanation(explanation, wantsColour(process.stdout, process.env)));
}

/** All of standard input, but for the line break at its end. */
async function standardInput(): Promise<string> {
  return (await readAll(process.stdin)).replace(/\r?\n$/, '');
}
