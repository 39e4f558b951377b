import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How one thing is made: a shipped model, or something that a model is trained from (pre-trained words, a teacher).
 * @typedef {object} Recipe
 * @property {string} makes a model's name, or a file's
 * @property {boolean} ships whether it belongs into `models/`
 * @property {readonly string[]} needs what has to be made before, named as in `makes`
 * @property {readonly string[]} arguments arguments of the `saliency` command; `{data}`, `{everyday}`, `{plans}`, `{made}` stand for folders
 * @property {readonly (readonly string[])[]} [then] arguments of further commands, which complete the result of the first
 */

/** All recipes of a folder, keyed by what they make. */
export function readRecipes(/** @type {string} */ folder) {
  /** @type {Map<string, Recipe>} */
  const recipes = new Map();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    /** @type {Recipe[]} */
    const found = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    for (const recipe of found) {
      if (recipes.has(recipe.makes)) throw new Error(`Two recipes make ${recipe.makes}.`);
      recipes.set(recipe.makes, recipe);
    }
  }
  return recipes;
}

/**
 * The wanted recipes and what they need, in an order in which each comes after what it needs.
 * @param {ReadonlyMap<string, Recipe>} recipes
 * @param {readonly string[]} wanted
 * @returns {Recipe[]}
 */
export function inOrder(recipes, wanted) {
  /** @type {Set<Recipe>} */
  const ordered = new Set();
  const visit = (/** @type {string} */ name, /** @type {readonly string[]} */ path) => {
    if (path.includes(name)) throw new Error(`These recipes need each other: ${[...path, name].join(' → ')}.`);
    const recipe = recipes.get(name);
    if (!recipe) throw new Error(`There is no recipe for ${name}. Known: ${[...recipes.keys()].join(', ')}.`);
    for (const needed of recipe.needs) visit(needed, [...path, name]);
    ordered.add(recipe);
  };
  for (const name of wanted) visit(name, []);
  return [...ordered];
}

/**
 * The arguments of each command, with the folders filled in.
 * @param {Recipe} recipe
 * @param {Readonly<Record<string, string>>} folders
 */
export function commandsOf({ arguments: first, then = [] }, folders) {
  return [first, ...then].map((parts) =>
    parts.map((part) =>
      part.replace(/\{(data|everyday|plans|made)\}/g, (_, /** @type {string} */ name) => folders[name]),
    ),
  );
}

/**
 * A hash of everything that a recipe's result depends on: its arguments, its plan with the list of held-out texts, and the same for what it needs.
 * A result with another stamp is made again.
 * @param {Recipe} recipe
 * @param {ReadonlyMap<string, Recipe>} recipes
 * @param {string} plans
 * @returns {string}
 */
export function stampOf(recipe, recipes, plans) {
  const hash = createHash('sha256').update(JSON.stringify([recipe.arguments, ...(recipe.then ?? [])]));
  for (const argument of [recipe.arguments, ...(recipe.then ?? [])].flat()) {
    const plan = argument.startsWith('{plans}/') ? join(plans, argument.slice('{plans}/'.length)) : '';
    if (!plan || !existsSync(plan)) continue;
    hash.update(readFileSync(plan));
    const { heldOut } = JSON.parse(readFileSync(plan, 'utf8'));
    if (heldOut) hash.update(readFileSync(join(plans, heldOut)));
  }
  for (const needed of recipe.needs) {
    const of = recipes.get(needed);
    if (of) hash.update(stampOf(of, recipes, plans));
  }
  return hash.digest('hex');
}
