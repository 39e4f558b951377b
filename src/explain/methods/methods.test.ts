import { expect, test } from 'vitest';
import { ARCHITECTURES } from '../../model/architectures/registry';
import { METHOD_NAMES } from '../../shared/methods';
import type { MethodTraits } from './method';
import { chooseMethod, methodsOf, traitsOf } from './methods';

const EVERYWHERE = ['integrated-gradients', 'occlusion', 'shap'] as const;
/** Of all models, at the end of the list. */
const PHRASES = 'phrase-shapley';
const lastStates = { reads: 'last-states', attends: false } as const;
const attentive = { reads: 'sequence', attends: true } as const;
const linear = { name: 'dense', activation: 'linear' } as const;
const [layer, plain] = [
  { cell: 'lstm', forward: 'a' },
  { cell: 'simple-rnn', forward: 'a' },
] as const;

test('each kind of model offers the methods that are defined for it, the default first', () => {
  expect(methodsOf(lastStates)).toEqual(['state-distance', 'gradient-x-input', ...EVERYWHERE, PHRASES]);
  expect(methodsOf(attentive)).toEqual(['gradient-x-input', ...EVERYWHERE, 'attention', 'attention-x-norm', PHRASES]);
  expect(methodsOf({ reads: 'ngrams', attends: false })).toEqual(['ngram-shares', 'occlusion', 'shap', PHRASES]);
  expect(
    methodsOf({ ...lastStates, hasRationaleHead: true }).filter((name) => !methodsOf(lastStates).includes(name)),
  ).toEqual(['learned', 'learned-occlusion', 'learned-gradient']);
});

test('relevance needs recurrent layers, cell decomposition an LSTM whose last state is read by one dense layer', () => {
  const of = (anatomy: MethodTraits['anatomy']) => {
    const offered = methodsOf({ ...lastStates, anatomy });
    return [offered.includes('lrp'), offered.includes('cell-decomposition')];
  };
  expect(of(undefined)).toEqual([false, false]);
  expect(of({ layers: [layer], head: 'last-states', tail: [linear] })).toEqual([true, true]);
  expect(of({ layers: [plain], head: 'last-states', tail: [linear] })).toEqual([true, false]);
  expect(of({ layers: [layer], head: 'attention', tail: [linear] })).toEqual([true, false]);
  expect(of({ layers: [layer], head: 'last-states', tail: [{ ...linear, activation: 'relu' }, linear] })).toEqual([
    true,
    false,
  ]);
});

test('every method is offered by some architecture, and known without weights', () => {
  const offered = new Set(ARCHITECTURES.flatMap((architecture) => methodsOf(traitsOf(architecture, true))));
  expect([...offered].sort()).toEqual([...METHOD_NAMES].sort());
});

test('a card may name another default, but none that is not offered', () => {
  expect(methodsOf(attentive, 'attention')[0]).toBe('attention');
  expect([...methodsOf(attentive, 'attention')].sort()).toEqual([...methodsOf(attentive)].sort());
  expect(methodsOf(attentive, 'state-distance')).toEqual(methodsOf(attentive));
});

test('a preferred method is taken where it is offered and no other is asked for', () => {
  const offered = methodsOf(attentive);
  expect(chooseMethod({ preferred: 'attention' }, offered, 'en').name).toBe('attention');
  expect(chooseMethod({ preferred: 'state-distance' }, offered, 'en').name).toBe('gradient-x-input');
  expect(chooseMethod({ preferred: 'attention', method: 'gradient-x-input' }, offered, 'en').name).toBe(
    'gradient-x-input',
  );
});

test('one label rather than another: the first method with a sign, and none without', () => {
  const offered = methodsOf(lastStates);
  expect(chooseMethod({ signed: true }, offered, 'zh').name).toBe('gradient-x-input');
  expect(chooseMethod({ signed: true, preferred: 'state-distance' }, offered, 'zh').name).toBe('gradient-x-input');
  expect(() => chooseMethod({ signed: true, method: 'state-distance' }, offered, 'zh')).toThrow(
    'The method “state-distance” cannot tell one label from another. The model “zh” offers for that: gradient-x-input, ' +
      'integrated-gradients, occlusion, shap, phrase-shapley.',
  );
});

test('the default is the first; a wrong name is answered with the right ones', () => {
  const offered = methodsOf(attentive);
  expect(chooseMethod({}, offered, 'en').name).toBe('gradient-x-input');
  expect(chooseMethod({ method: 'attention' }, offered, 'en').name).toBe('attention');
  const list = 'gradient-x-input, integrated-gradients, occlusion, shap, attention, attention-x-norm, phrase-shapley.';
  expect(() => chooseMethod({ method: 'state-distance' }, offered, 'en')).toThrow(
    'The model “en” does not offer the method “state-distance”, which is for recurrent models that decide from their ' +
      `last states. It offers: ${list}`,
  );
  expect(() => chooseMethod({ method: 'magic' }, offered, 'en')).toThrow(
    `There is no method “magic”. The model “en” offers: ${list}`,
  );
});
