import { workerData } from 'node:worker_threads';
import { Command, Help, type Option } from 'commander';
import { registerAnnotate } from './commands/annotate';
import { exitOf } from './exit-status';
import { registerCount } from './commands/count';
import { registerEvaluate } from './commands/evaluate';
import { registerExplain } from './commands/explain';
import { registerExplore } from './commands/explore';
import { registerImport } from './commands/import';
import { registerModels } from './commands/models';
import { GRADIENT_WORKER, serveGradientWorkerThread } from './input/gradient-thread';
import { registerPreview } from './commands/preview';
import { registerPretrain } from './commands/pretrain';
import { registerReport } from './commands/report';
import { registerSubwords } from './commands/subwords';
import { registerTrain } from './commands/train';
import { registerTrainSaliency } from './commands/train-saliency';

/** The `saliency` command: results on stdout, everything else on stderr; status 0 done, 1 failed, 2 wrong usage. */
const describeOption = (option: Option): string => new Help().optionDescription(option);

async function main(): Promise<void> {
  const program = new Command('saliency')
    .description(
      'Explains why a text reads as positive, neutral or negative. Chinese and English, on this machine only.',
    )
    .exitOverride()
    // No default is `[]` for people: nothing is left out, or added.
    .configureHelp({
      optionDescription: (option) => describeOption(option).replace(/ ?\(default: (\[\]|\{\}|false)\)$/, ''),
    });
  registerExplain(program);
  registerAnnotate(program);
  registerReport(program);
  registerPreview(program);
  registerModels(program);
  registerEvaluate(program);
  registerImport(program);
  registerTrain(program);
  registerTrainSaliency(program);
  registerSubwords(program);
  registerCount(program);
  registerPretrain(program);
  registerExplore(program);
  // Errors of a closed pipe arrive here too; the writer handles them.
  process.stdout.on('error', () => undefined);
  try {
    await program.parseAsync();
  } catch (error) {
    const { status, line } = exitOf(error);
    if (line !== undefined) process.stderr.write(`saliency: ${line}\n`);
    process.exitCode = status;
  }
}

void (workerData === GRADIENT_WORKER ? serveGradientWorkerThread() : main());
