import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ENDINGS } from '../records/formats/table';
import { LANGUAGE_CODES } from '../shared/languages';
import { PLACEMENTS } from './activate/settings';
import { COMMANDS } from './commands/table';
import { HOVER_COMMANDS } from './hover/hover-text';
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
    commands: readonly { readonly command: string; readonly title: string; readonly enablement?: string }[];
    keybindings: readonly { readonly command: string }[];
    configuration: { properties: Record<string, Setting> };
    menus: Record<string, readonly MenuItem[]>;
    views: Record<string, readonly { readonly id: string }[]>;
    submenus: readonly { readonly id: string }[];
  };
};
const { properties } = contributes.configuration;

/** The rows of the table of commands that the manifest must name. */
const SHOWN = COMMANDS.filter(({ internal }) => !internal);
const nameOf = ({ id }: { readonly id: string }) => `saliency.${id}`;

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

test('the manifest has the commands of the table, with their titles and enablements, and no other', () => {
  const rows = SHOWN.map(({ id, enablement }) => ({ command: `saliency.${id}`, title: `%command.${id}%`, enablement }));
  const declared = contributes.commands.map(({ command, title, enablement }) => ({ command, title, enablement }));
  const sorted = (list: readonly { readonly command: string }[]) =>
    [...list].sort((a, b) => (a.command < b.command ? -1 : 1));
  expect(sorted(declared)).toEqual(sorted(rows));
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
});

test('the palette offers a command when its row says so', () => {
  const rows = SHOWN.flatMap((row) => (row.when === undefined ? [] : [[nameOf(row), row.when]]));
  const offered = contributes.menus.commandPalette.map(({ command, when }) => [command, when]);
  expect(offered.sort()).toEqual(rows.sort());
});

test('every menu has the commands whose rows name it, and no other', () => {
  const menus = Object.keys(contributes.menus).filter((menu) => !['commandPalette', 'editor/context'].includes(menu));
  const named = new Set(COMMANDS.flatMap(({ menus: each }) => each ?? []));
  expect(menus.sort()).toEqual([...named].sort());
  for (const menu of named)
    expect(contributes.menus[menu].map(({ command }) => command).sort(), menu).toEqual(
      SHOWN.filter((row) => row.menus?.includes(menu))
        .map(nameOf)
        .sort(),
    );
});

test('files of every ending that is read offer to be annotated, packed or not, and results do not', () => {
  for (const menu of ['explorer/context', 'editor/title/context']) {
    const { when = '' } = contributes.menus[menu].find(({ command }) => command === 'saliency.annotate')!;
    const [offered, results] = [...when.matchAll(/=~ \/(.+?)\/(i?)(?=\)|$| &&)/g)].map(
      ([, pattern, flags]) => new RegExp(pattern, flags),
    );
    const plain = ENDINGS.filter((each) => each !== '.gz');
    const packed = menu === 'explorer/context' ? plain.map((ending) => `${ending}.gz`) : [];
    for (const ending of [...plain, ...packed]) expect(offered.test(`reviews${ending}`), ending).toBe(true);
    for (const name of ['program.ts', 'photo.png', 'reviews.csv.bak']) expect(offered.test(name), name).toBe(false);
    expect(results.test('reviews.saliency.csv')).toBe(true);
  }
});

test('keys, links and sources name only commands of the table', () => {
  // The editor itself makes a command of each view, which goes there: `saliency.outline.focus`.
  const views = Object.values(contributes.views).flatMap((each) => each.map(({ id }) => id));
  const known = new Set([...COMMANDS.map(nameOf), ...views]);
  const keys = contributes.keybindings.map(({ command }) => command);
  expect([...keys, ...HOVER_COMMANDS].filter((command) => !known.has(command))).toEqual([]);
  const links = ['package.json', 'package.nls.json', 'package.nls.zh-cn.json', ...extensionSources()].flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(LINK)].map(([, command]) => ({ file, command })),
  );
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(({ command }) => !known.has(command))).toEqual([]);
});

/** In a Markdown link, an object or an assignment of a command, and a call that runs one. */
const LINK = /(?:command:|[cC]ommand(?:: | = |\()['"`])(saliency\.\w+)/g;

function extensionSources(): string[] {
  return readdirSync(join(ROOT, 'src', 'extension'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    .map((file) => join('src', 'extension', file));
}

test('the palette offers these commands before anything is explained, and no more', () => {
  const conditional = new Map(contributes.menus.commandPalette.map(({ command, when }) => [command, when]));
  const always = contributes.commands.map(({ command }) => command).filter((command) => !conditional.has(command));
  expect(always.sort()).toEqual(
    ['annotate', 'explain', 'explainDocument', 'selectModel', 'toggleLiveView', 'train'].map(
      (name) => `saliency.${name}`,
    ),
  );
  for (const when of conditional.values())
    expect(when).toMatch(/^false$|hasExplanations|outlined|resourceScheme|resourceFilename|[tT]raining/);
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
