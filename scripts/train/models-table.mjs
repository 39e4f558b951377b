import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PACKAGED_MODELS } from '../build/packaged-models.mjs';
import { ROOT } from '../root.mjs';

const [BEGIN, END] = ['<!-- models -->', '<!-- /models -->'];
/** @type {Readonly<Record<string, string>>} */
const LANGUAGES = { en: 'English', zh: 'Chinese' };

/** docs/models.md, with its table updated from the model cards. */
export function withModelsTable(/** @type {string} */ page, /** @type {string} */ models) {
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`The page has no place for the models: ${BEGIN} … ${END}.`);
  return `${page.slice(0, before + BEGIN.length)}\n\n${table(models)}\n\n${page.slice(after)}`;
}

/** One row a model, the defaults first, with the figure that was measured on the most rows. */
function table(/** @type {string} */ models) {
  const names = readdirSync(models).filter((name) => existsSync(join(models, name, 'card.json')));
  const cards = names.map((name) => JSON.parse(readFileSync(join(models, name, 'card.json'), 'utf8')));
  const isDefault = (/** @type {{ name: string }} */ { name }) => name in LANGUAGES;
  cards.sort((a, b) => Number(isDefault(b)) - Number(isDefault(a)) || (a.name < b.name ? -1 : 1));
  return [
    '| name | language | for | labels | MB | accuracy | macro-F1 | measured on |',
    '| --- | --- | --- | --: | --: | --: | --: | --- |',
    ...cards.map(row),
  ].join('\n');
}

/** @param {import('../../src/shared/model-card').ModelCard} card */
function row({ name, language, architecture, purpose, labels, size, measured }) {
  const [{ data, n, accuracy, macroF1, neutralIgnored }] = [...measured].sort((a, b) => b.n - a.n);
  const shown = PACKAGED_MODELS.includes(name) ? `\`${name}\` ●` : `\`${name}\``;
  // Data without neutral rows cannot measure three labels.
  const polar = neutralIgnored?.n === n && labels.includes('neutral');
  const f1 = polar ? '' : `${(100 * macroF1).toFixed(2)} %`;
  const right = `${(100 * (polar ? neutralIgnored.accuracy : accuracy)).toFixed(2)} %`;
  const on = /^[\d,]+ rows|, [\d,]+ (rows|dev)/.test(data) ? data : `${data}, n = ${n.toLocaleString('en')}`;
  return `| ${[
    shown,
    LANGUAGES[language],
    purpose ?? architecture,
    labels.length,
    (size / 1e6).toFixed(1),
    right,
    f1,
    polar ? `${on}, neutral ignored` : on,
  ].join(' | ')} |`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = join(ROOT, 'docs/models.md');
  writeFileSync(path, withModelsTable(readFileSync(path, 'utf8'), join(ROOT, 'models')));
}
