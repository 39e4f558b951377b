import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../root.mjs';
import { commandsOf, inOrder, readRecipes, stampOf } from './recipes.mjs';

const recipe = (/** @type {string} */ makes, /** @type {string[]} */ needs = []) => ({
  makes,
  ships: needs.length > 0,
  needs,
  arguments: ['train', '--out', `{made}/${makes}`],
});
const map = (/** @type {import("./recipes.mjs").Recipe[]} */ ...list) => new Map(list.map((one) => [one.makes, one]));

describe('recipes', () => {
  it('are ordered after the recipes that they need, each once', () => {
    const recipes = map(
      recipe('model', ['teacher', 'words']),
      recipe('teacher', ['words']),
      recipe('words'),
      recipe('other'),
    );
    expect(inOrder(recipes, ['model', 'words']).map(({ makes }) => makes)).toEqual(['words', 'teacher', 'model']);
    expect(() => inOrder(recipes, ['nothing'])).toThrow(/no recipe for nothing/);
    const round = map(recipe('a', ['b']), recipe('b', ['a']));
    expect(() => inOrder(round, ['a'])).toThrow('a → b → a');
  });

  it('are made again when their arguments, their plan, or a recipe that they need have changed', () => {
    const plans = mkdtempSync(join(tmpdir(), 'plans-'));
    writeFileSync(join(plans, 'p.json'), '1');
    const words = recipe('words');
    const model = { ...recipe('model', ['words']), arguments: ['train', '--plan', '{plans}/p.json'] };
    const stamp = stampOf(model, map(words, model), plans);
    expect(stampOf(model, map(words, model), plans)).toBe(stamp);
    const otherWords = { ...words, arguments: [...words.arguments, '--seed', '2'] };
    const changed = [stampOf(model, map(otherWords, model), plans)];
    writeFileSync(join(plans, 'p.json'), '2');
    changed.push(stampOf(model, map(words, model), plans));
    writeFileSync(join(plans, 'p.json'), '{ "heldOut": "p.held.txt" }');
    for (const list of ['test 000000000001', 'test 000000000002']) {
      writeFileSync(join(plans, 'p.held.txt'), list);
      changed.push(stampOf(model, map(words, model), plans));
    }
    expect(new Set([stamp, ...changed]).size).toBe(5);
    const completed = { ...model, then: [['count', '--plan', '{plans}/p.json']] };
    expect(stampOf(completed, map(words, completed), plans)).not.toBe(stampOf(model, map(words, model), plans));
    expect(commandsOf(completed, { plans: '/x' })).toEqual([
      ['train', '--plan', '/x/p.json'],
      ['count', '--plan', '/x/p.json'],
    ]);
  });

  it('make every shipped model, from plans that exist', () => {
    const recipes = readRecipes(join(ROOT, 'scripts/train/recipes'));
    const models = readdirSync(join(ROOT, 'models'), { withFileTypes: true }).filter((entry) =>
      existsSync(join(ROOT, 'models', entry.name, 'model.json')),
    );
    const made = inOrder(recipes, [...recipes.keys()]).map(({ makes }) => makes);
    for (const { name } of models) expect(made).toContain(name);
    const plans = readdirSync(join(ROOT, 'scripts/train/plans'));
    for (const { arguments: first, then = [], makes, needs } of recipes.values()) {
      for (const argument of [first, ...then].flat()) {
        if (argument.startsWith('{plans}/')) expect(plans).toContain(argument.slice('{plans}/'.length));
        // A recipe must list whatever it reads of earlier steps under `needs`; a .pretrained file is only a cache.
        const read = argument.startsWith('{made}/') ? argument.slice('{made}/'.length) : makes;
        if (!read.endsWith('.pretrained')) expect([makes, ...needs]).toContain(read);
      }
    }
  });

  it('refuse a folder in which two recipes make the same thing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recipes-'));
    mkdirSync(folder, { recursive: true });
    for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.json`), JSON.stringify([recipe('x')]));
    expect(() => readRecipes(folder)).toThrow(/Two recipes make x/);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toContain('"x"');
  });
});
