import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGE_CODES } from '../shared/languages';
import { PLACEMENTS } from './activate/settings';
import { METHOD_NAMES } from '../shared/methods';

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Setting {
  readonly enum: readonly string[];
  readonly enumItemLabels: readonly string[];
  readonly markdownEnumDescriptions: readonly string[];
}

const ROOT = join(import.meta.dirname, '..', '..');
const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  contributes: {
    commands: readonly { readonly command: string }[];
    keybindings: readonly { readonly command: string }[];
    configuration: { properties: Record<string, Setting> };
    menus: Record<string, readonly MenuItem[]>;
    submenus: readonly { readonly id: string }[];
  };
};
const { properties } = contributes.configuration;

/** What is offered where no text was explained and nothing is selected. */
const beforeAnything = (menu: string): readonly string[] =>
  contributes.menus[menu].flatMap(({ command, when }) =>
    command && !/hasExplanations|editorHasSelection/.test(when ?? '') ? [command] : [],
  );

test('the setting of the method offers the methods of the table, in its order, each with its own words', () => {
  const { enum: names, enumItemLabels: labels, markdownEnumDescriptions: descriptions } = properties['saliency.method'];
  expect(names).toEqual(['default', ...METHOD_NAMES]);
  for (const words of [labels, descriptions]) expect(new Set(words).size).toBe(names.length);
});

test('the settings have each language of the table, and a model for each', () => {
  expect(properties['saliency.language'].enum).toEqual(['auto', ...LANGUAGE_CODES]);
  const models = Object.keys(properties).filter((name) => name.startsWith('saliency.model.'));
  expect(models.sort()).toEqual(LANGUAGE_CODES.map((code) => `saliency.model.${code}`).sort());
});

test('menus and keys name only commands of the manifest', () => {
  const declared = new Set(contributes.commands.map(({ command }) => command));
  const named = [...contributes.keybindings, ...Object.values(contributes.menus).flat()];
  expect(named.flatMap(({ command }) => (command && !declared.has(command) ? [command] : []))).toEqual([]);
});

test('the palette offers six commands before anything is explained, and no more', () => {
  const conditional = new Map(contributes.menus.commandPalette.map(({ command, when }) => [command, when]));
  const always = contributes.commands.map(({ command }) => command).filter((command) => !conditional.has(command));
  expect(always.sort()).toEqual(
    ['annotate', 'explain', 'explainDocument', 'openOverview', 'selectModel', 'toggleLiveView'].map(
      (name) => `saliency.${name}`,
    ),
  );
  for (const when of conditional.values()) expect(when).toMatch(/hasExplanations|resourceScheme/);
});

test('a text has one submenu in its context menu, which explains first of all', () => {
  expect(contributes.menus['editor/context']).toEqual([{ submenu: 'saliency.editor', group: '1_saliency@1' }]);
  expect(contributes.submenus.map(({ id }) => id)).toEqual(['saliency.editor']);
  expect(beforeAnything('saliency.editor')[0]).toBe('saliency.explain');
  expect(beforeAnything('editor/title')).toContain('saliency.explain');
});

test('the setting of the placement offers what the code knows', () => {
  expect(properties['saliency.predictionPlacement'].enum).toEqual(PLACEMENTS);
});
