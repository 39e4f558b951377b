import { expect, test } from 'vitest';
import { explanationOf } from '../../../test/doubles/explanations';
import { modelTitle, modelWithLanguage, questionText } from './names';

test('the question names the method, and the labels where the method knows any', () => {
  const text = (changes: object) => questionText(explanationOf('good film', undefined, {}, changes));
  expect(text({})).toBe('gradient × input, for positive');
  expect(text({ against: 'neutral' })).toBe('gradient × input, for positive rather than neutral');
  expect(text({ method: 'attention', signed: false })).toBe('attention (importance, without direction)');
});

test('models have the names of their languages and networks; those of a person have their own', () => {
  expect(['en', 'zh-textcnn', 'my-tickets', 'en-of-mine'].map(modelTitle)).toEqual([
    'English (default)',
    'TextCNN',
    'my-tickets',
    'en-of-mine',
  ]);
  expect(modelWithLanguage({ model: 'zh-textcnn', language: 'zh' })).toBe('TextCNN · Chinese');
  expect(modelWithLanguage({ model: 'zh', language: 'zh' })).toBe('Chinese (default)');
});
