import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGE_CODES } from '../shared/languages';
import { METHOD_NAMES } from '../shared/methods';

interface Setting {
  readonly enum: readonly string[];
  readonly enumItemLabels: readonly string[];
  readonly markdownEnumDescriptions: readonly string[];
}

const ROOT = join(import.meta.dirname, '..', '..');
const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  contributes: {
    configuration: { properties: Record<string, Setting> };
    commands: readonly { readonly command: string }[];
    keybindings: readonly { readonly command: string }[];
    menus: Record<string, readonly { readonly command?: string }[]>;
  };
};
const { properties } = contributes.configuration;

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
