import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGED_MODELS } from '../scripts/build/packaged-models.mjs';
import { methodsOf, traitsOf } from '../src/explain/methods/methods';
import { ARCHITECTURES, architectureNamed } from '../src/model/architectures/registry';
import { cardSchema } from '../src/shared/model-card';
import { EXPLANATION_SENTENCES } from '../src/shared/strings/explanation-page';
import { LANGUAGE_CODES } from '../src/shared/languages';
import { isMethod } from '../src/shared/methods';
import { defaultMethodOf } from '../src/training/model-defaults';
import * as v from 'valibot';

const MODELS = join(import.meta.dirname, '..', 'models');
const shipped = readdirSync(MODELS).filter((name) => existsSync(join(MODELS, name, 'card.json')));
const cardOf = (name: string) =>
  v.parse(cardSchema, JSON.parse(readFileSync(join(MODELS, name, 'card.json'), 'utf8')) as unknown);

test.each(shipped)('the card of %s names only methods that the model offers', (name) => {
  const card = cardOf(name);
  const offered: readonly string[] = methodsOf(
    traitsOf(architectureNamed(card.architecture), card.saliency !== undefined),
  );
  const named = (card.explanations ?? []).flatMap(({ methods }) => methods.map(({ method }) => method));
  expect([card.defaultMethod, ...named].filter((method) => !offered.includes(method))).toEqual([]);
  expect(isMethod(card.defaultMethod)).toBe(true);
});

test.each(LANGUAGE_CODES)(
  'the default model of %s is explained by Shapley values of phrases, and so is one made again',
  (language) => {
    const texts = join(import.meta.dirname, '..', 'scripts', 'train', 'plans', `${language}.card.json`);
    const { defaultMethod } = JSON.parse(readFileSync(texts, 'utf8')) as { defaultMethod?: string };
    expect([cardOf(language).defaultMethod, defaultMethod]).toEqual(['phrase-shapley', 'phrase-shapley']);
  },
);

test.each(PACKAGED_MODELS)('all that the card of %s says is there for translation', (name) => {
  const { changes, licence, notFor, trainedOn, measured } = cardOf(name);
  const filters = trainedOn.flatMap(({ filter }) => filter ?? []);
  const names = [...trainedOn.map((source) => source.name), ...measured.map(({ data }) => data)];
  const said = [...changes, ...licence, ...notFor, ...filters, ...names];
  expect(said.filter((sentence) => !Object.hasOwn(EXPLANATION_SENTENCES.cards, sentence))).toEqual([]);
});

test.each(ARCHITECTURES.map((architecture) => [architecture.name, architecture] as const))(
  'a newly trained %s gets a default method that it offers',
  (_, architecture) => {
    expect(methodsOf(traitsOf(architecture))).toContain(defaultMethodOf(architecture));
  },
);
