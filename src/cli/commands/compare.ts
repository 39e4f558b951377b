import { basename } from 'node:path';
import { startedNetworks } from '../../engine/local/backend';
import { importNetworkPart } from '../../engine/local/import-network-part';
import { percent } from '../../shared/percent';
import { compareModels } from '../../training/fine-tuning/compare-models';
import type { Row } from '../../training/rows/row';
import { resources } from '../input/resources';
import { filesOfModel } from '../options/model-folder';
import { outcomeText, rowsOf, table } from '../output/fine-tuning-text';
import { write } from '../output/write';

/** Changed rows that are printed of each kind; all of them with --json. */
const SHOWN = 10;

/** `saliency evaluate --compare A B`: the figures of two models on the same rows, and the rows that change. @param note which rows were left out */
export async function compareCommand(
  models: readonly string[],
  rows: readonly Row[],
  { asJson, note }: { readonly asJson: boolean; readonly note: string },
): Promise<void> {
  await startedNetworks(resources(), importNetworkPart);
  const names = models.map((model) => basename(model));
  // Two folders of one name are told apart by where they are.
  const shown = new Set(names).size < names.length ? models : names;
  const [before, after] = models.map((model, at) => ({ name: shown[at], read: filesOfModel(model) }));
  const found = await compareModels(before, after, rows, (path) => resources().read(path));
  if (asJson) return write(`${JSON.stringify(found)}\n`);
  const changed = (['mended', 'broken'] as const).flatMap((kind) => {
    const of = found.rows.filter(({ outcome }) => outcome === kind);
    const lines = of.slice(0, SHOWN).map(({ text, label, before: was, after: is }) => `  ${text}\n    label ${label}: ${was!.label} ${share(was!.probability)} → ${is.label} ${share(is.probability)}`); // prettier-ignore
    return of.length === 0 ? [] : ['', `${kind === 'mended' ? 'Fixed' : 'Newly wrong'}, ${Math.min(SHOWN, of.length)} of ${of.length}:`, ...lines]; // prettier-ignore
  });
  const lines = [
    `${before.name} → ${after.name}`,
    '',
    ...table([['', 'texts', 'before', 'after', '', 'points'], ...rowsOf('accuracy', 'macro-F1', found.figures)]),
    '',
    outcomeText(found.outcomes),
    ...changed,
    '',
  ];
  await write(`${lines.join('\n')}${note}`);
}

const share = (value: number): string => percent(value, 0);
