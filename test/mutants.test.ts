import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectSoundRun } from '../src/annotate/testing/damage-check';
import { mutantOf, type Mutant } from '../src/annotate/testing/mutants';
import { NEIGHBOURS } from './cases/neighbours';

const FOLDER = join(import.meta.dirname, 'cases');
/** 10,000 take minutes: `SALIENCY_FUZZ=10000 npx vitest run test/mutants.test.ts`. */
const MUTANTS = Number(process.env.SALIENCY_FUZZ ?? 600);
const FIRST = Number(process.env.SALIENCY_FUZZ_FROM ?? 0);

const NO_FILES = /^(README\.md|cases\.json|.*\.jsonl?|.*\.ts)$/;
const FILES: readonly Mutant[] = [
  ...readdirSync(FOLDER)
    .filter((name) => !NO_FILES.test(name) || /^(r9|doccano|appstore|n13|r12)/.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) })),
  ...NEIGHBOURS.map(({ file, content }) => ({ name: file, bytes: new Uint8Array(Buffer.from(content)) })),
  ...readFileSync(join(FOLDER, 'files.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; content?: string; base64?: string })
    .map(({ file, content, base64 = '' }) => ({
      name: file,
      bytes: new Uint8Array(content === undefined ? Buffer.from(base64, 'base64') : Buffer.from(content)),
    })),
];

test(
  `${MUTANTS} damaged files that people have: no crash, no hang, rows in are rows out and errors`,
  async () => {
    let [rows, errors, refused] = [0, 0, 0];
    for (let number = FIRST; number < FIRST + MUTANTS; number++) {
      const found = await expectSoundRun(mutantOf(FILES, number), `mutant ${number}`);
      rows += found.rows;
      errors += found.errors;
      refused += Number(found.refused);
    }
    expect(rows).toBeGreaterThan(MUTANTS);
    process.stderr.write(
      `${MUTANTS} mutants of ${FILES.length} files: ${rows} rows, ${errors} of them errors; ${refused} files refused\n`,
    );
  },
  MUTANTS * 200 + 60_000,
);
