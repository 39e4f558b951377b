import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @import { ModelCard } from '../../src/shared/model-card' */

const [BEGIN, END] = ['<!-- explanations -->', '<!-- /explanations -->'];

/** docs/explanations.md, with its table of default methods updated from the model cards. */
export function withExplanationsTable(/** @type {string} */ page, /** @type {string} */ models) {
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`The page has no place for the explanations: ${BEGIN} … ${END}.`);
  return `${page.slice(0, before + BEGIN.length)}\n\n${table(models)}\n\n${page.slice(after)}`;
}

/** One row for each data set that a model's default method is reported on. */
function table(/** @type {string} */ models) {
  const names = readdirSync(models).filter((name) => existsSync(join(models, name, 'card.json')));
  const cards = names.map((name) => JSON.parse(readFileSync(join(models, name, 'card.json'), 'utf8')));
  return [
    '| model | default method | rows | n | comprehensiveness (× random) | sufficiency (× random) | AUPRC (random; attention) | top word marked |',
    '| --- | --- | --- | --: | --: | --: | --: | --: |',
    ...cards.flatMap(rows),
  ].join('\n');
}

/** @param {ModelCard} card */
function rows({ name, defaultMethod, explanations = [] }) {
  return explanations.flatMap(({ data, chose, methods }) => {
    const found = methods.find(({ method }) => method === defaultMethod);
    if (!found || chose) return [];
    const { n, comprehensiveness, sufficiency, random, rationales } = found;
    const attention = methods.find(({ method }) => method === 'attention')?.rationales?.auprc.toFixed(2);
    const beside = rationales && [rationales.random.toFixed(2), ...(attention ? [attention] : [])].join('; ');
    const cells = [
      `\`${name}\``,
      `\`${defaultMethod}\``,
      data,
      n.toLocaleString('en'),
      times(comprehensiveness, random.comprehensiveness),
      times(sufficiency, random.sufficiency),
      rationales ? `${rationales.auprc.toFixed(2)} (${beside})` : '',
      rationales ? `${(100 * rationales.topWord).toFixed(0)} %` : '',
    ];
    return [`| ${cells.join(' | ')} |`];
  });
}

const times = (/** @type {number} */ value, /** @type {number} */ random) =>
  `${value.toFixed(2)} (${(value / random).toFixed(1)} ×)`;
