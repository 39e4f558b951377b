import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plannedRowsAt } from '../../src/cli/input/labelled-files';
import { float32Forward } from '../../src/model/network/float32-forward';
import { loadChineseSegmenter } from '../../src/text/zh/segmenter';
import { segmentSpaced } from '../../src/text/spaced';
import { rowFilter } from '../../src/training/rows/filter';
import { shippedModel } from './models.mjs';

const JIEBA = join(__dirname, 'installation/dist/jieba.table');

const segmenterOf = ({ card }) => (card.language === 'en' ? segmentSpaced : loadChineseSegmenter(readFileSync(JIEBA)));

const probabilities = (logits) => {
  const powers = (logits.length === 1 ? [0, logits[0]] : [...logits]).map(Math.exp);
  return powers.map((power) => power / powers.reduce((a, b) => a + b, 0));
};
const largestAt = (values) => values.indexOf(Math.max(...values));

/**
 * What integer arithmetic costs a shipped model on labelled rows: accuracy in int16; on every `every`th row also float32:
 * rows that int16 lost, labels that differ, and how far probabilities are apart.
 * @param {{ model: string, data: string[], where: string[], every: number, log: (line: string) => void }} how
 */
export const measureAccuracy = async ({ model: name, data, where, every, log }) => {
  const model = await shippedModel(name);
  const segment = await segmenterOf(model);
  const read = await Promise.all(data.map((path) => plannedRowsAt(path, 'label')));
  const rows = read
    .flat()
    .filter(rowFilter(where))
    .filter(({ label }) => model.labels.includes(label));
  const float32 = float32Forward(model.network);
  const found = { model: name, n: 0, int16: 0, compared: 0, lost: 0, otherLabel: 0, farthest: 0, mean: 0 };
  for (const { text, label } of rows) {
    const { ids, mask } = model.encode(segment(text));
    if (!mask.includes(1)) continue;
    const quick = probabilities(model.forward(ids, mask).logits);
    const right = largestAt(quick) === model.labels.indexOf(label);
    found.int16 += right;
    if (found.n++ % every !== 0) continue;
    const exact = probabilities(float32(ids, mask).logits);
    const apart = Math.max(...quick.map((value, at) => Math.abs(value - exact[at])));
    found.compared++;
    found.lost += right - (largestAt(exact) === model.labels.indexOf(label));
    found.otherLabel += largestAt(quick) !== largestAt(exact);
    found.farthest = Math.max(found.farthest, apart);
    found.mean += apart;
    if (found.compared % 500 === 0) log(`${found.n} of ${rows.length} rows …`);
  }
  model.dispose();
  return { accuracy: { ...found, lost: -found.lost, mean: found.mean / found.compared } };
};
