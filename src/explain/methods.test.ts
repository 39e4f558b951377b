import { expect, test } from 'vitest';
import { chooseMethod, methodsOf } from './methods';

const lastStates = { reads: 'last-states', attends: false } as const;
const attentive = { reads: 'sequence', attends: true } as const;

test('each architecture offers the methods that are defined for it, the default first', () => {
  expect(methodsOf(lastStates)).toEqual(['state-distance', 'gradient-x-input']);
  expect(methodsOf(attentive)).toEqual(['gradient-x-input', 'attention']);
});

test('a card may name another default, but none that is not offered', () => {
  expect(methodsOf(attentive, 'attention')).toEqual(['attention', 'gradient-x-input']);
  expect(methodsOf(attentive, 'state-distance')).toEqual(['gradient-x-input', 'attention']);
});

test('a preferred method is taken where it is offered and no other is asked for', () => {
  const offered = methodsOf(attentive);
  expect(chooseMethod({ preferred: 'attention' }, offered, 'en').name).toBe('attention');
  expect(chooseMethod({ preferred: 'state-distance' }, offered, 'en').name).toBe('gradient-x-input');
  expect(chooseMethod({ preferred: 'attention', method: 'gradient-x-input' }, offered, 'en').name).toBe(
    'gradient-x-input',
  );
});

test('the default is the first; a wrong name is answered with the right ones', () => {
  const offered = methodsOf(attentive);
  expect(chooseMethod({}, offered, 'en').name).toBe('gradient-x-input');
  expect(chooseMethod({ method: 'attention' }, offered, 'en').name).toBe('attention');
  expect(() => chooseMethod({ method: 'state-distance' }, offered, 'en')).toThrow(
    'The model “en” does not offer the method “state-distance”. It offers: gradient-x-input, attention.',
  );
  expect(() => chooseMethod({ method: 'magic' }, offered, 'en')).toThrow(
    'There is no method “magic”. The model “en” offers: gradient-x-input, attention.',
  );
});
