import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shareVocabularies } from './share-vocabularies.mjs';

const sha256 = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex');
const json = (/** @type {object} */ value) => `${JSON.stringify(value, null, 2)}\n`;

/** Writes a model of these words as `saliency train` would; its weights are made up. */
function addModel(/** @type {string} */ models, /** @type {string} */ name, /** @type {string} */ words) {
  const manifest = { formatVersion: 1, architecture: 'lstm', config: {}, weightsManifest: [] };
  const files = { 'model.json': json(manifest), 'group1-shard1of1.bin': name, 'vocabulary.txt': words };
  mkdirSync(join(models, name), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(models, name, file), text);
  const described = Object.entries(files).map(([file, text]) => [file, { bytes: text.length, sha256: sha256(text) }]);
  const card = {
    name,
    language: 'en',
    history: [],
    size: Object.values(files).join('').length,
    files: Object.fromEntries(described),
  };
  writeFileSync(join(models, name, 'card.json'), json(card));
}

/** Checks that the sums in the card are those of the files. */
function expectWhole(/** @type {string} */ models, /** @type {string} */ name) {
  const card = JSON.parse(readFileSync(join(models, name, 'card.json'), 'utf8'));
  let size = 0;
  for (const [file, { bytes, sha256: sum }] of Object.entries(card.files)) {
    const text = readFileSync(join(models, name, file), 'utf8');
    expect([file, text.length, sha256(text)]).toEqual([file, bytes, sum]);
    size += bytes;
  }
  expect(card.size).toBe(size);
  return Object.keys(card.files);
}

it('stores a common vocabulary once, and puts it back into the folders when the models no longer have it in common', () => {
  const models = mkdtempSync(join(tmpdir(), 'models-'));
  addModel(models, 'en-a', 'good\nbad\n');
  addModel(models, 'en-b', 'good\nbad\n');
  addModel(models, 'en-c', 'good\nfair\n');
  shareVocabularies(models);
  const [shared] = readdirSync(join(models, 'vocabularies'));
  expect(shared).toBe(`en-${sha256('good\nbad\n').slice(0, 8)}.txt`);
  for (const name of ['en-a', 'en-b']) {
    expect(expectWhole(models, name)).toEqual(['model.json', 'group1-shard1of1.bin', `../vocabularies/${shared}`]);
    expect(existsSync(join(models, name, 'vocabulary.txt'))).toBe(false);
  }
  expect(expectWhole(models, 'en-c')).toContain('vocabulary.txt');

  const before = readFileSync(join(models, 'en-a/card.json'), 'utf8');
  shareVocabularies(models);
  expect(readFileSync(join(models, 'en-a/card.json'), 'utf8')).toBe(before);

  rmSync(join(models, 'en-b'), { recursive: true });
  shareVocabularies(models);
  expect(expectWhole(models, 'en-a')).toEqual(['model.json', 'group1-shard1of1.bin', 'vocabulary.txt']);
  expect(existsSync(join(models, 'vocabularies'))).toBe(false);
});
