import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'vocabularies';
const OWN = 'vocabulary.txt';

/**
 * Stores each vocabulary that several models of a folder have in common once, under `vocabularies/`, and says so in their
 * `model.json` and cards. A vocabulary of one model stays in its folder. Running it twice changes nothing.
 * @param {string} models the folder of the models' folders
 */
export function shareVocabularies(models) {
  const all = modelsIn(models);
  /** @type {Map<string, typeof all>} */
  const bySum = new Map();
  for (const model of all) bySum.set(model.sum, [...(bySum.get(model.sum) ?? []), model]);
  const kept = new Set();
  for (const [sum, sharing] of bySum) {
    const name = `${sharing[0].card.language}-${sum.slice(0, 8)}.txt`;
    if (sharing.length < 2) for (const model of sharing) keepOwn(models, model);
    else {
      kept.add(name);
      mkdirSync(join(models, FOLDER), { recursive: true });
      writeFileSync(join(models, FOLDER, name), sharing[0].bytes);
      for (const model of sharing) if (name !== model.manifest.vocabulary) point(models, model, name);
    }
  }
  if (!existsSync(join(models, FOLDER))) return;
  for (const name of readdirSync(join(models, FOLDER))) if (!kept.has(name)) rmSync(join(models, FOLDER, name));
  if (kept.size === 0) rmSync(join(models, FOLDER), { recursive: true });
}

/** @param {string} models */
function modelsIn(models) {
  const names = readdirSync(models).filter((name) => existsSync(join(models, name, 'model.json')));
  return names.map((name) => {
    const manifest = json(join(models, name, 'model.json'));
    const card = json(join(models, name, 'card.json'));
    const file = manifest.vocabulary === undefined ? join(name, OWN) : join(FOLDER, manifest.vocabulary);
    const bytes = readFileSync(join(models, file));
    return { name, manifest, card, bytes, sum: sumOf(bytes) };
  });
}

/** @typedef {ReturnType<typeof modelsIn>[number]} FoundModel */

/** @param {string} models @param {FoundModel} model @param {string} name */
function point(models, model, name) {
  const { formatVersion, architecture, config, weightsManifest } = model.manifest;
  const manifest = { formatVersion, architecture, config, vocabulary: name, weightsManifest };
  rewrite(models, model, manifest, `../${FOLDER}/${name}`);
  rmSync(join(models, model.name, OWN), { force: true });
}

/** @param {string} models @param {FoundModel} model */
function keepOwn(models, model) {
  if (model.manifest.vocabulary === undefined) return;
  const { formatVersion, architecture, config, weightsManifest } = model.manifest;
  writeFileSync(join(models, model.name, OWN), model.bytes);
  rewrite(models, model, { formatVersion, architecture, config, weightsManifest }, OWN);
}

/**
 * Writes `model.json`, and updates the card: the sums of that file and of the vocabulary.
 * @param {string} models @param {FoundModel} model @param {object} manifest @param {string} vocabulary
 */
function rewrite(models, { name, card, bytes }, manifest, vocabulary) {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  writeFileSync(join(models, name, 'model.json'), text);
  const files = Object.entries(card.files).map(([file, sum]) => {
    if (file === 'model.json') return [file, described(Buffer.from(text))];
    return file === OWN || file.startsWith(`../${FOLDER}/`) ? [vocabulary, described(bytes)] : [file, sum];
  });
  const sums = Object.fromEntries(files);
  const size = files.reduce((total, [, { bytes: of }]) => total + of, 0);
  writeFileSync(join(models, name, 'card.json'), `${JSON.stringify({ ...card, size, files: sums }, null, 2)}\n`);
}

const sumOf = (/** @type {Uint8Array} */ bytes) => createHash('sha256').update(bytes).digest('hex');
const described = (/** @type {Uint8Array} */ bytes) => ({ bytes: bytes.length, sha256: sumOf(bytes) });
const json = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8'));
