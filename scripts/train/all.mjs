import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../root.mjs';
import { commandsOf, inOrder, readRecipes, stampOf } from './recipes.mjs';
import { shareVocabularies } from './share-vocabularies.mjs';

const HELP = `npm run train:all -- --data DIR [--made DIR] [--only NAME…] [--install] [--list]

Trains all models of models/ from the files in DIR (names as in scripts/train/plans and recipes), one after another. What a
model needs is made first. To continue a run that was killed, run the same command again. The results are written to --made
(default out/trained); --install copies each finished model over the one in models/. --recipes DIR, --plans DIR and
--cli FILE replace the recipes, the plans and the command line.`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    made: { type: 'string', default: join(ROOT, 'out/trained') },
    only: { type: 'string', multiple: true },
    recipes: { type: 'string', default: join(ROOT, 'scripts/train/recipes') },
    plans: { type: 'string', default: join(ROOT, 'scripts/train/plans') },
    cli: { type: 'string', default: join(ROOT, 'dist/cli.js') },
    install: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const { plans } = values;
const EVERYDAY = join(ROOT, 'data/everyday');
const recipes = readRecipes(values.recipes);
const shipped = [...recipes.values()].filter(({ ships }) => ships).map(({ makes }) => makes);
const order = inOrder(recipes, values.only ?? shipped);

if (values.help) console.log(HELP);
else if (values.list) for (const { makes } of order) console.log(makes);
else if (values.data === undefined) {
  console.error(`Where are the files? --data DIR is missing.\n\n${HELP}`);
  process.exitCode = 2;
} else process.exitCode = run(resolve(values.data), resolve(values.made));

/** Makes whatever is not made yet, and stops at the first failure. */
function run(/** @type {string} */ data, /** @type {string} */ made) {
  mkdirSync(made, { recursive: true });
  for (const recipe of order) {
    const { makes, ships } = recipe;
    const done = join(made, `${makes}.done`);
    const stamp = stampOf(recipe, recipes, plans);
    if (existsSync(done) && readFileSync(done, 'utf8') === stamp) console.log(`${makes}: made before`);
    else {
      // An earlier result of another recipe: its checkpoint would be refused.
      const begun = join(made, `${makes}.begun`);
      if (!existsSync(begun) || readFileSync(begun, 'utf8') !== stamp) {
        for (const old of [makes, `${makes}.checkpoint`]) rmSync(join(made, old), { recursive: true, force: true });
        writeFileSync(begun, stamp);
      }
      console.log(`${makes}: begins`);
      const started = Date.now();
      for (const [step, given] of commandsOf(recipe, { data, everyday: EVERYDAY, plans, made }).entries()) {
        // Steps that complete a model start again after a kill: they take minutes, and end in the same files.
        const first = join(made, `${makes}.first`);
        if (step === 0 && existsSync(first) && readFileSync(first, 'utf8') === stamp) continue;
        const parameters = ['--max-old-space-size=8000', values.cli, ...given];
        const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' });
        if (status !== 0) {
          console.error(`${makes}: failed; run the same command again to continue.`);
          return 1;
        }
        if (step === 0 && recipe.then) writeFileSync(first, stamp);
      }
      writeFileSync(done, stamp);
      rmSync(begun, { force: true });
      console.log(`${makes}: made in ${Math.round((Date.now() - started) / 60_000)} min`);
    }
    if (ships && values.install) install(join(made, makes), join(ROOT, 'models', makes));
  }
  if (values.install) shareVocabularies(join(ROOT, 'models'));
  return 0;
}

/** Replaces the whole folder: the model before may have had more files. */
function install(/** @type {string} */ from, /** @type {string} */ to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}
