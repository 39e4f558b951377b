import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { ROOT } from '../root.mjs';

const LANGUAGES = ['en', 'zh'];

/**
 * Writes `general-en.tsv.gz` and `general-zh.tsv.gz`: the sentences of `data/everyday`, packed for those who fine-tune a model
 * and must not make it forget. Lines are `label ⇥ side ⇥ text`, as in `data/everyday` with the side in place of the category;
 * the sides are those of the shipped defaults' own split, so that what is measured on was never learnt.
 * @param {string} outdir
 */
export const generalTexts = async (outdir) => {
  const { hashOfText, parseHeldTexts } = await heldTexts();
  await mkdir(outdir, { recursive: true });
  for (const language of LANGUAGES) {
    const list = `scripts/train/plans/${language}.held.txt`;
    const held = parseHeldTexts(await readFile(join(ROOT, list), 'utf8'), list);
    const lines = await linesOf(`${language}.sentences.tsv`);
    const packed = lines.map((line) => {
      const [label, , text] = line.split('\t');
      return `${label}\t${held.get(hashOfText(text.replace(/[⟦⟧]/g, ''))) ?? 'train'}\t${text}\n`;
    });
    const phrases = (await linesOf(`${language}.phrases.tsv`)).map((line) => {
      const [label, text] = line.split('\t');
      return `${label}\tphrase\t${text}\n`;
    });
    const bytes = gzipSync([...packed, ...phrases].join(''), { level: 9 });
    await writeFile(join(outdir, `general-${language}.tsv.gz`), bytes);
  }
};

/** @param {string} name @returns {Promise<string[]>} */
const linesOf = async (name) => {
  const text = await readFile(join(ROOT, 'data', 'everyday', name), 'utf8');
  return text.split(/\r?\n/u).filter((line) => line !== '');
};

/** What training knows of held-out texts, so that both go by the same rule. */
const heldTexts = async () => {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/training/rows/held-texts.ts'],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};
