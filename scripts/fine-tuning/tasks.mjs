import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * A task: labelled rows to draw from, and rows to measure on that are never drawn.
 * @typedef {{ name: string, own: boolean, rows: { text: string, label: string }[], test: { text: string, label: string }[] }} Task
 */

const EMOTIONS = ['admiration', 'amusement', 'annoyance', 'approval', 'disapproval', 'optimism'];
/** Intents by how many rows they have: the ten commonest were used for choosing the rates. */
const INTENTS = [10, 20];
const MOST_TEST = 400;

/**
 * The five tasks of docs/fine-tuning.md, out of the folder of data that training takes as well.
 * @param {string} folder
 * @param {{ shuffle: Function, seededRandom: Function, textKey: Function }} code
 * @returns {Promise<Task[]>}
 */
export async function tasksIn(folder, code) {
  const { shuffle, seededRandom } = code;
  const { read, distinct, divided } = reader(folder, code);
  const degrees = async (/** @type {string} */ file) => (await read(file)).map(({ text, five }) => row(text, five));
  const dev = shuffle(await degrees('sst.dev.jsonl.gz'), seededRandom(17)).slice(0, MOST_TEST);
  const sst = { rows: distinct(await degrees('sst.train.jsonl.gz')), test: dev };
  const emotions = (await read('goemotions.train.jsonl.gz'))
    .filter(({ emotions: [first, ...more] = [] }) => more.length === 0 && EMOTIONS.includes(first))
    .map(({ text, emotions: [label] }) => row(text, label));
  const requests = await read('requests-questions.train.jsonl.gz');
  const counts = grouped(requests);
  const intents = [...counts].sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1)).slice(...INTENTS).map(([name]) => name); // prettier-ignore
  const asked = requests.filter(({ intent }) => intents.includes(intent)).map(({ text, intent }) => row(text, intent));
  const films = (await read('rationales-movies.train.jsonl.gz')).map(({ text, label }) => row(text, label));
  const tweets = (await read('sentiment140-test.train.jsonl.gz')).map(({ text, label }) => row(text, label));
  return [
    { name: 'five degrees (SST)', own: true, ...sst },
    { name: 'six emotions (GoEmotions)', own: true, ...divided(emotions) },
    { name: 'ten intents (CLINC150, Banking77)', own: true, ...divided(asked) },
    { name: 'long film reviews (ERASER movies)', own: false, ...divided(films, 150) },
    { name: 'tweets (Sentiment140 test)', own: false, ...divided(tweets) },
  ];
}

/** Sources of the kinds that people have, whose labels are those of the default. */
const THREE_CLASSES = {
  'comments (GoEmotions)': 'goemotions',
  'tweets (SemEval)': 'tweets',
  'customers’ reviews of goods': 'customer-reviews',
};

/**
 * Tasks with the labels of the default.
 * @param {string} folder
 * @param {{ shuffle: Function, seededRandom: Function, textKey: Function }} code
 * @returns {Promise<Task[]>}
 */
export async function threeClassTasksIn(folder, code) {
  const { read, divided } = reader(folder, code);
  return Promise.all(
    Object.entries(THREE_CLASSES).map(async ([name, source]) => {
      const rows = await read(`${source}.train.jsonl.gz`);
      return { name, own: false, ...divided(rows.map(({ text, label }) => row(text, label))) };
    }),
  );
}

const row = (/** @type {string} */ text, /** @type {string} */ label) => ({ text, label });

/** @param {string} folder @param {{ shuffle: Function, seededRandom: Function, textKey: Function }} code */
function reader(folder, { shuffle, seededRandom, textKey }) {
  const read = async (/** @type {string} */ file) =>
    gunzipSync(await readFile(join(folder, file)))
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const distinct = (/** @type {{ text: string }[]} */ rows) => [
    ...new Map(rows.map((each) => [textKey(each.text), each])).values(),
  ];
  const divided = (/** @type {any[]} */ rows, most = MOST_TEST) => {
    const mixed = shuffle(distinct(rows), seededRandom(17));
    const test = Math.min(most, Math.floor(mixed.length / 3));
    return { test: mixed.slice(0, test), rows: mixed.slice(test) };
  };
  return { read, distinct, divided };
}

/** @param {any[]} rows */
const grouped = (rows) => {
  const groups = new Map();
  for (const row of rows) groups.set(row.intent, [...(groups.get(row.intent) ?? []), row]);
  return groups;
};
