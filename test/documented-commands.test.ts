import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { cp, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { assets } from '../scripts/build/assets.mjs';
import { ROOT } from '../scripts/root.mjs';
import { bundled, removed, temporaryFolder } from '../src/engine/testing/bundle';
import { writeRows } from './documents/rows-for-commands';
import { FILES, NPM_COMMANDS, NPM_SCRIPTS, OTHERS } from './documents/run-by';
import { optionsOf, saliencyUses, shownCommands, type ShownCommand } from './documents/shown-commands';

const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...pagesIn('docs'), ...pagesIn('docs/decisions')];
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

function pagesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}

const commands = PAGES.flatMap((page) => shownCommands(page, readFileSync(join(ROOT, page), 'utf8')));
const named = (all: readonly ShownCommand[]) => all.map((one) => [`${one.place}: ${one.command}`, one] as const);
const beginningWith = (...programs: readonly string[]) =>
  commands.filter(({ command }) =>
    programs.some((program) => command === program || command.startsWith(`${program} `)),
  );

const isRun = ({ command, whole }: ShownCommand) => whole && command.startsWith('npx saliency ');
const notTested = ({ section }: ShownCommand) => section.endsWith('(not tested here)');

/** An installation with the shipped models, which is also where the commands run: they name `./models/en` and `scripts/train/plans`. */
let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  const dist = join(folder, 'dist');
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await Promise.all([
    bundled('cli.js', dist),
    bundled('worker.cjs', dist),
    assets(dist),
    // A copy: some commands complete the model that they name.
    cp(join(ROOT, 'models'), join(folder, 'models'), { recursive: true }),
    ...['scripts', 'data'].map((name) => symlink(join(ROOT, name), join(folder, name))),
    writeRows(folder),
  ]);
  return () => removed(folder);
});

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in a shell where `npx saliency` is the built command line. */
function shell(command: string): Promise<Ran> {
  const npx = `npx() { shift; "${process.execPath}" "${join(folder, 'dist/cli.js')}" "$@"; }`;
  return new Promise((resolve) => {
    execFile('bash', ['-c', `${npx}; ${command}`], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

test('the pages show commands', () => {
  expect(commands.filter(isRun).length).toBeGreaterThan(10);
  expect(beginningWith('npm').length).toBeGreaterThan(10);
});

describe('npx saliency, as written, in the order of the pages', () => {
  test.each(named(commands.filter(isRun)))('%s', async (_, { command }) => {
    const { status, stdout, stderr } = await shell(command);
    expect({ status, stderr: status === 0 ? '' : stderr, says: (stdout + stderr).length > 0 }).toEqual({
      status: 0,
      stderr: '',
      says: true,
    });
  });
});

describe('every use of saliency names a subcommand and options that exist', () => {
  const uses = commands.flatMap((one) => saliencyUses(one.command).map((use) => ({ ...use, place: one.place })));
  test.each([...new Set(uses.map(({ subcommand }) => subcommand))])('%s', async (subcommand) => {
    const { status, stdout } = await shell(`npx saliency ${subcommand} --help`);
    expect(status).toBe(0);
    const known = ['--help', ...stdout.split('\n').flatMap((line) => /^ +(--[a-z-]+)/.exec(line)?.[1] ?? [])];
    const unknown = uses
      .filter((use) => use.subcommand === subcommand)
      .flatMap(({ place, options }) =>
        options.filter((option) => !known.includes(option)).map((option) => [place, option]),
      );
    expect(unknown).toEqual([]);
  });
});

describe('npm', () => {
  test.each(named(beginningWith('npm')))('%s', (_, { command }) => {
    const [, name] = /^npm (?:run )?(\S+)/.exec(command) ?? [];
    if (NPM_COMMANDS.includes(name)) return;
    expect(Object.keys(scripts)).toContain(name);
    const by = NPM_SCRIPTS[name];
    expect(by, 'test/documents/run-by.ts says what runs it').toBeDefined();
    if ('runBy' in by) expect(readFileSync(join(ROOT, by.runBy), 'utf8')).toContain(by.names);
    const program = /node (\S+\.mjs)/.exec(scripts[name])?.[1] ?? '';
    const sources = readdirSync(join(ROOT, dirname(program)))
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => readFileSync(join(ROOT, dirname(program), file), 'utf8'));
    for (const option of optionsOf(command)) expect(sources.join('\n')).toContain(option.replace(/^--(no-)?/, ''));
  });
});

test.each(named(beginningWith('node', 'bash')))('a file that is listed: %s', (_, { command }) => {
  const [, file] = command.split(' ');
  expect(Object.keys(FILES)).toContain(file);
  expect(existsSync(join(ROOT, file))).toBe(true);
});

test('every other command stands in a table with the test that runs it, or under a heading that says that none does', () => {
  const ours = new Set<ShownCommand>([...beginningWith('npm', 'node', 'bash'), ...commands.filter(isRun)]);
  const rest = commands.filter(
    (one) => !ours.has(one) && !notTested(one) && (one.whole || saliencyUses(one.command).length === 0),
  );
  const unknown = rest.filter(({ command }) => !(command.split(' ')[0] in OTHERS));
  expect(unknown.map(({ place, command }) => `${place}: ${command}`)).toEqual([]);
  for (const file of Object.values(OTHERS)) expect(existsSync(join(ROOT, file))).toBe(true);
});
