import { expect, test } from 'vitest';
import type { ModelSummary } from '../../shared/protocol/explainer';
import { modelsOffering } from './offering-models';

const summary = (name: string, methods: ModelSummary['methods'], problem?: string): ModelSummary => ({
  ...{ name, methods, problem, language: name.startsWith('zh') ? 'zh' : 'en' },
  ...{ architecture: '', labels: [], bytes: 0, measured: [] },
});

test('the default where it offers the method, else the first usable model of the language that does, named in a sentence', () => {
  const models = [
    summary('en-a', ['lrp'], 'It is damaged.'),
    summary('en-b', ['lrp', 'attention']),
    summary('en-c', ['lrp']),
    summary('en', ['attention']),
    summary('zh', ['lrp']),
    summary('zh-a', ['lrp', 'shap']),
  ];
  expect(modelsOffering('lrp', models)).toEqual({
    model: { en: 'en-b' },
    notices: { en: 'The default model “en” does not offer the method “lrp”: used “en-b” instead.' },
  });
  expect(modelsOffering('shap', models).model).toEqual({ zh: 'zh-a' });
  expect(modelsOffering('magic', models)).toEqual({ model: {}, notices: {} });
});
