import { test } from 'vitest';
import { expectSoundRun } from './testing/damage-check';
import { mutant } from './testing/mutants';

/** 10,000 take minutes: `SALIENCY_FUZZ=10000 npx vitest run src/annotate/fuzz.test.ts`. */
const FILES = Number(process.env.SALIENCY_FUZZ ?? 400);

test(
  `${FILES} damaged files: no crash, no hang, each damaged row with its line, no formula in a spreadsheet`,
  async () => {
    for (let number = 0; number < FILES; number++) await expectSoundRun(mutant(number), `mutant ${number}`);
  },
  FILES * 200 + 60_000,
);
