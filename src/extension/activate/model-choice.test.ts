import { afterEach, expect, test } from 'vitest';
import * as vscode from 'vscode';
import { spy } from '../../../test/doubles/vscode';
import { chooseModel } from './model-choice';

const TICKET = vscode.Uri.parse('file:///w/tickets/a.txt');
const models = () => spy.settings.get('saliency.folderModels');

afterEach(() => spy.settings.clear());

test('the model of a folder is chosen where it is set, so that one that is no more can be replaced', async () => {
  spy.settings.set('saliency.folderModels', { tickets: { en: 'mine', zh: 'other' } });
  await chooseModel('en-stacked-lstm', 'en', TICKET);
  expect(models()).toEqual({ tickets: { en: 'en-stacked-lstm', zh: 'other' } });
  expect(spy.settings.get('saliency.model.en')).toBeUndefined();
  await chooseModel('', 'en', TICKET);
  expect(models()).toEqual({ tickets: { zh: 'other' } });
  await chooseModel('', 'zh', TICKET);
  expect(models()).toBeUndefined();
  await chooseModel('en-stacked-lstm', 'en', TICKET);
  expect(spy.settings.get('saliency.model.en')).toBe('en-stacked-lstm');
});

test('the default is named for a folder where another model is set around it', async () => {
  spy.settings.set('saliency.folderModels', { tickets: { en: 'mine' } });
  spy.settings.set('saliency.model.en', 'en-stacked-lstm');
  await chooseModel('', 'en', TICKET);
  expect(models()).toEqual({ tickets: { en: 'en' } });
});
