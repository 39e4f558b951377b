import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { combinations, type Combination } from './combinations';
import { everydaySentences, openTrainingForm } from './fine-tuning-steps';
import { journey } from './journey';

const FOLDER = 'out/journeys/odd-rows';

const COMBINATIONS: readonly Combination[] = [{ host: 'web', theme: 'dark', language: 'en' }];

interface Odd {
  readonly rows: readonly string[];
  /** What the form must say. */
  readonly says: readonly RegExp[];
  /** Whether it can start all the same. */
  readonly starts: boolean;
  readonly counts: number;
}

const ROWS = everydaySentences('en', 120).map(({ text, label }) => [text, label] as const);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly [text: string, label: string])[]): string[] => [
  'message,mood',
  ...rows.map(([text, label]) => `${quoted(text)},${label}`),
];
const of = (n: number): string => `class ${String.fromCharCode(65 + (n % 26))}${n >= 26 ? 'w' : 'q'}`;

const FILES: Readonly<Record<string, Odd>> = {
  'no-label.csv': {
    rows: ['message', ...ROWS.map(([text]) => quoted(text))],
    says: [/No column was found that holds labels: choose it with Change… beside Rows\./, /120 rows have no label/],
    ...{ starts: false, counts: 0 },
  },
  'one-label.csv': {
    rows: csv(ROWS.map(([text]) => [text, 'positive'])),
    says: [/All rows have the same label, positive/, /At least two labels are needed; there is only positive\./],
    ...{ starts: false, counts: 120 },
  },
  'too-few.csv': {
    rows: csv(ROWS.slice(0, 12)),
    says: [/At least 30 labelled rows are needed; there are 12\./],
    ...{ starts: false, counts: 12 },
  },
  'empty.csv': {
    rows: csv([]),
    says: [/At least 30 labelled rows are needed; there are 0\./],
    ...{ starts: false, counts: 0 },
  },
  'mixed.csv': {
    // Ten copies, five texts with two labels, eight without a word, seven without a label.
    rows: csv([
      ...ROWS,
      ...ROWS.slice(0, 10),
      ...ROWS.slice(20, 25).map(([text, label]) => [text, label === 'positive' ? 'negative' : 'positive'] as const),
      ...Array.from({ length: 8 }, (_, i) => ['…!?'.repeat(i + 1), 'neutral'] as const),
      ...ROWS.slice(40, 47).map(([text]) => [`${text} Really.`, ''] as const),
    ]),
    says: [/10 duplicates are used once/, /5 texts carry two different labels/, /8 rows have no word/, /7 rows have no label/], // prettier-ignore
    ...{ starts: true, counts: 115 },
  },
  'thirty.csv': {
    rows: ['message,label', ...csv(ROWS.map(([text], i) => [text, of(i % 30)])).slice(1)],
    says: [/and 18 more, as in the file/, /The 12 largest of 30 classes; the table has all\./, /Its labels are new/],
    ...{ starts: true, counts: 120 },
  },
};

function oddFolder(): void {
  const folder = join(ROOT, FOLDER, 'tickets');
  rmSync(join(ROOT, FOLDER), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, { rows }] of Object.entries(FILES)) writeFileSync(join(folder, file), `${rows.join('\n')}\n`);
}

oddFolder();

for (const options of combinations(COMBINATIONS)) {
  const name = `odd rows ${Object.values(options).join(' ')}`;
  journey(name, { ...options, folder: FOLDER }, async ({ page, screenshot }) => {
    const { text } = wordingOf(options.language);
    for (const [file, { says, starts, counts }] of Object.entries(FILES)) {
      const frame = await openTrainingForm(page, file, options.language);
      const heading = text('Train on {0} labelled rows').replace('{0}', String(counts));
      await frame
        .getByText(new RegExp(`^${file.replace('.', '\\.')}`))
        .first()
        .waitFor({ timeout: PATIENCE });
      await frame.getByRole('heading', { name: heading }).waitFor({ timeout: PATIENCE });
      // The sentences above are English; that the other language has them all, its own tests say.
      for (const sentence of options.language === 'en' ? says : [])
        await frame.getByText(sentence).first().waitFor({ timeout: PATIENCE });
      expect([file, await frame.getByRole('button', { name: text('Train Model') }).isEnabled()]).toEqual([
        file,
        starts,
      ]);
      await screenshot(`${name} ${file}`);
    }
  });
}
