import { afterEach, expect, test } from 'vitest';
import * as vscode from 'vscode';
import { spy } from '../../../test/doubles/vscode';
import { chooseModel, replacedBy, useAgain, useModel, useNoMore } from './model-choice';

const TICKET = vscode.Uri.parse('file:///w/tickets/a.txt');
const FOLDER = vscode.Uri.parse('file:///w/tickets');
const NEW = { name: 'new', language: 'en' } as const;
const models = () => spy.workspaceSettings.get('saliency.folderModels');
const chosen = () => ({
  folder: models(),
  workspace: spy.workspaceSettings.get('saliency.model.en'),
  everywhere: spy.settings.get('saliency.model.en'),
});

afterEach(() => {
  spy.settings.clear();
  spy.workspaceSettings.clear();
});

test('the model of a folder is chosen where it is set, so that one that is no more can be replaced', async () => {
  spy.workspaceSettings.set('saliency.folderModels', { tickets: { en: 'mine', zh: 'other' } });
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
  spy.workspaceSettings.set('saliency.folderModels', { tickets: { en: 'mine' } });
  spy.settings.set('saliency.model.en', 'en-stacked-lstm');
  await chooseModel('', 'en', TICKET);
  expect(models()).toEqual({ tickets: { en: 'en' } });
});

for (const where of ['folder', 'workspace', 'everywhere'] as const)
  test(`a model that is used no more, ${where}, leaves what was chosen before`, async () => {
    spy.workspaceSettings.set('saliency.folderModels', { tickets: { en: 'of-folder', zh: 'other' } });
    spy.workspaceSettings.set('saliency.model.en', 'of-workspace');
    spy.settings.set('saliency.model.en', 'of-user');
    const before = chosen();
    const changed = await useModel(NEW, where, FOLDER);
    expect(JSON.stringify(chosen())).toContain('"new"');
    if (where === 'everywhere') expect(chosen()).toMatchObject({ workspace: undefined, everywhere: 'new' });
    // As the record of the training keeps it.
    await useAgain(JSON.parse(JSON.stringify(changed)) as typeof changed, 'en');
    await useNoMore('new');
    expect(chosen()).toEqual(before);
  });

test('a model that is used no more leaves nothing where nothing was chosen, and what was chosen after it', async () => {
  for (const where of ['folder', 'workspace', 'everywhere'] as const) {
    await useAgain(await useModel(NEW, where, FOLDER), 'en');
    expect(chosen()).toEqual({});
  }
  spy.workspaceSettings.set('saliency.model.en', 'of-workspace');
  const changed = await useModel(NEW, 'workspace');
  spy.workspaceSettings.set('saliency.model.en', 'chosen-by-hand');
  await useAgain(changed, 'en');
  expect(chosen().workspace).toBe('chosen-by-hand');
});

test('the model whose place another one took everywhere is known before and after', async () => {
  expect(replacedBy(NEW)).toBe('en');
  spy.settings.set('saliency.model.en', 'of-user');
  expect(replacedBy(NEW)).toBe('of-user');
  const changed = await useModel(NEW, 'everywhere');
  expect(replacedBy(NEW, changed)).toBe('of-user');
});
