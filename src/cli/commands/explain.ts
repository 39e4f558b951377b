import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import { importParts } from '../../engine/local/import-parts';
import { LocalExplainer } from '../../engine/local/local-explainer';
import type { Method } from '../../shared/methods';
import { wantsColour } from '../output/paint';
import { namedModel } from '../options/model-folder';
import { modelsOffering } from '../options/offering-models';
import { showExplanation, showPhrase } from '../output/show-explanation';
import { showCounterfactuals, showFaithfulness } from '../output/show-faithfulness';
import { write } from '../output/write';

interface Options {
  readonly model?: string;
  readonly method?: string;
  readonly target?: string;
  readonly against?: string;
  readonly phrase?: string;
  readonly trust?: true;
  readonly counterfactuals?: true;
  readonly json?: true;
}

/** `saliency explain`: one text, explained for people or as JSON. */
export function registerExplain(program: Command): void {
  program
    .command('explain')
    .description('explain why a text reads as positive, neutral or negative')
    .argument('<text>', 'the text, or - to read it from standard input')
    .option('--model <name|folder>', "the model (default: that of the text's language)")
    .option('--method <name>', "the attribution method (default: the model's)")
    .option('--target <label>', 'the label that the words support or contradict (default: the predicted one)')
    .option('--against <label>', 'contrast: why the target rather than this label; for methods with signed scores')
    .option('--phrase <words>', 'also print the sum of the scores of these words of the text')
    .option(
      '--trust',
      'also measure reliability: the effect of removing the highlighted words, compared with random words',
    )
    .option(
      '--counterfactuals',
      'also print what would change the prediction: minimal removals and single replacements',
    )
    .option('--json', 'print the explanation as JSON')
    .action(explain);
}

async function explain(argument: string, options: Options): Promise<void> {
  const { method, target, against, phrase, json } = options;
  const text = argument === '-' ? await standardInput() : argument;
  const { name: model, files } = namedModel(options.model);
  const explainer = new LocalExplainer(files, importParts);
  const others =
    method !== undefined && model === undefined ? modelsOffering(method, await explainer.models()) : undefined;
  // The name is as typed; for a wrong one the explainer's error lists the right ones.
  const request = { text, model, method: method as Method | undefined, target, against, preferred: others };
  const explanation = await explainer.explain(request);
  const notice = others?.notices[explanation.language];
  if (notice !== undefined) process.stderr.write(`${notice}\n`);
  const trust = options.trust && (await explainer.trust(request));
  const counterfactuals = options.counterfactuals && (await explainer.counterfactuals(request));
  if (json) {
    const { faithfulness } = trust ?? {};
    await write(`${JSON.stringify({ ...explanation, faithfulness, trust, counterfactuals }, null, 2)}\n`);
    return;
  }
  await write(showExplanation(explanation, wantsColour(process.stdout, process.env)));
  if (phrase !== undefined)
    await write(`\n${showPhrase(explanation, phrase) ?? `“${phrase}” does not stand in the text.\n`}`);
  if (trust) await write(`\n${showFaithfulness(trust)}`);
  if (counterfactuals) await write(`\n${showCounterfactuals(explanation, counterfactuals)}`);
}

/** All of standard input, without the line break at its end. */
async function standardInput(): Promise<string> {
  return (await readAll(process.stdin)).replace(/\r?\n$/, '');
}
