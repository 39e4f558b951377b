import { InvalidArgumentError } from 'commander';
import { basename } from 'node:path';
import { evaluateModelExplanations } from '../../engine/evaluation/evaluate-explanations';
import { startedNetworks } from '../../engine/local/backend';
import { importNetworkPart } from '../../engine/local/import-network-part';
import { rowsKeptApart } from '../../training/rationales/marked-rows';
import { rowFilter } from '../../training/rows/filter';
import type { Row } from '../../training/rows/row';
import { explanationTable, progressLine } from './explanation-table';
import { dictionary } from '../input/dictionary';
import { resources } from '../input/resources';
import { KeptFigures, modelDigest } from './kept-figures';
import { write } from './write';

/** The options of `saliency evaluate --explanations`. */
export interface ExplanationQuestion {
  readonly data: readonly string[];
  readonly where: readonly string[];
  readonly method?: readonly string[];
  readonly limit: number;
  readonly words?: number;
  readonly part?: Part;
  readonly keep?: string;
  readonly json?: boolean;
}

type Part = 'validation' | 'test';

/** `--limit`, `--words`: a number of rows or words. */
export function parseTextCount(given: string): number {
  const count = Number(given);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return count;
}

/** `--part`. */
export function parsePart(given: string): Part {
  if (given === 'validation' || given === 'test') return given;
  throw new InvalidArgumentError('It must be validation or test.');
}

/** Measures the explanations of a model. The figures of each method are printed and stored as soon as they are known. */
export async function evaluateExplanationsOf(
  name: string,
  files: (file: string) => Promise<Uint8Array>,
  given: readonly Row[],
  { data, where, method: methods, limit, words, part, keep, json }: ExplanationQuestion,
): Promise<void> {
  // Split before filtering, because the training split was made on unfiltered rows.
  const parted = part ? await rowsKeptApart(name, files, dictionary, given, part) : given;
  const question = { model: await modelDigest(files), data: data.map((path) => basename(path)), where, limit, words, part }; // prettier-ignore
  const kept = await KeptFigures.at(keep, question);
  const networks = await startedNetworks(resources(), importNetworkPart);
  const found = await evaluateModelExplanations(name, files, networks, dictionary, parted.filter(rowFilter(where)), {
    ...{ methods, limit, words, known: kept.figures },
    found: async (figures) => {
      process.stderr.write(`${progressLine(figures)}\n`);
      await kept.add(figures);
    },
  });
  await write(`${json ? JSON.stringify(found) : explanationTable(found)}\n`);
}
