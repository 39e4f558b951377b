import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../../scripts/root.mjs';
import { smallModel, smallTokenizer } from '../../src/training/keras/testing/small-model';
import { keras3 } from '../../src/training/keras/testing/write-models';

/** The plan that a shown command names. */
const PLAN = 'scripts/train/plans/en.json';

const THINGS = ['film', 'plot', 'cast', 'music', 'ending', 'kettle', 'hotel', 'phone'];
const ENGLISH = { negative: ['dull', 'awful'], neutral: ['long', 'recent'], positive: ['lovely', 'superb'] };
const CHINESE = { negative: ['太差了', '很失望'], positive: ['很好', '非常满意'] };

type Label = keyof typeof ENGLISH;

/** Made-up reviews, each unlike all others, in the form of the corpora: a word that tells the label, and where it stands. */
function english(count: number, labels: readonly Label[]): object[] {
  return Array.from({ length: count }, (_, i) => {
    const label = labels[i % labels.length];
    const word = ENGLISH[label][Math.floor(i / labels.length) % 2];
    const tokens = ['The', THINGS[i % THINGS.length], 'of', 'row', String(i), 'is', word, '.'];
    const five = i % 8 < 4 ? label : label.replace(/^(?=positive|negative)/, 'very ');
    const degree = { negative: 1, neutral: 2, positive: 3 }[label];
    return { text: tokens.join(' '), label, five, tokens, spans: [[6, 7, degree]] };
  });
}

/** The same text twice but for the word that tells the label. */
function pairs(count: number): object[] {
  return Array.from({ length: count }, (_, i) => ({
    text: `The story number ${Math.floor(i / 2)} is ${i % 2 === 0 ? 'dull' : 'lovely'} to the end.`,
    label: i % 2 === 0 ? 'negative' : 'positive',
    pair: String(Math.floor(i / 2)),
  }));
}

const rationales = (count: number): object[] =>
  english(count, ['negative', 'positive']).map((row) => ({ ...row, spans: undefined, rationale: [[6, 7]] }));

function chinese(count: number): { text: string; label: string }[] {
  return Array.from({ length: count }, (_, i) => {
    const label = i % 2 === 0 ? ('negative' as const) : ('positive' as const);
    return { text: `第${i}次买这个手机，${CHINESE[label][Math.floor(i / 2) % 2]}，下次再说。`, label };
  });
}

const ndjson = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** What each file that the pages name holds; `DIR` is the folder of the corpora. */
function contents(): Record<string, string> {
  const corpora: Record<string, readonly object[]> = {
    'imdb.train': english(40, ['negative', 'positive']),
    'imdb.test': english(20, ['positive', 'negative']),
    'sst.train': english(60, ['negative', 'neutral', 'positive']),
    'sst.dev': english(30, ['neutral', 'positive', 'negative']),
    'tweets.train': english(60, ['positive', 'neutral', 'negative']),
    'customer-reviews.train': english(40, ['negative', 'positive']),
    'counterfactual-imdb.train': pairs(60),
    'rationales-movies.train': rationales(40),
  };
  const files = Object.entries(corpora).flatMap(([name, rows]) =>
    ['', 'DIR/'].map((folder) => [`${folder}${name}.jsonl.gz`, ndjson(rows)] as const),
  );
  const tickets = (english(60, ['negative', 'neutral', 'positive']) as readonly { text: string; label: string }[]).map(({ text, label }) => `${text},${label}\n`); // prettier-ignore
  const reviews = chinese(120).map(({ text, label }) => `${text},${label}\n`);
  return Object.fromEntries([
    ...files,
    ['reviews.csv', `text,label\n${reviews.join('')}`],
    ['tickets.csv', `text,label\n${tickets.join('')}`],
    ['others.jsonl.gz', ndjson(chinese(20))],
    ['big.ndjson', ndjson(english(50, ['negative', 'positive']))],
  ]);
}

/** Small files for the sources of the plan that have none yet. */
async function planSources(present: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const plan = JSON.parse(await readFile(join(ROOT, PLAN), 'utf8')) as Record<
    'sources' | 'exclude',
    { file?: string }[]
  >;
  const names = [...plan.sources, ...plan.exclude].flatMap(({ file }) => (file === undefined ? [] : [`DIR/${file}`]));
  const rows = ndjson(english(30, ['negative', 'neutral', 'positive']));
  return Object.fromEntries(names.filter((name) => !(name in present)).map((name) => [name, rows]));
}

/** Writes small files under the names that the pages use. */
export async function writeRows(folder: string): Promise<void> {
  await mkdir(join(folder, 'DIR'), { recursive: true });
  const named = contents();
  for (const [name, text] of Object.entries({ ...named, ...(await planSources(named)) }))
    await writeFile(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
  await writeFile(join(folder, 'sentiment.keras'), (await keras3(smallModel())).bytes);
  await writeFile(join(folder, 'tokenizer.json'), smallTokenizer());
}
