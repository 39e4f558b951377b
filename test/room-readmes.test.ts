import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../scripts/root.mjs';

/** What `docs/design.md` says happens from the command to the highlights: `| H | function | file | … |`. */
const WALK = [
  ...readFileSync(join(ROOT, 'docs/design.md'), 'utf8').matchAll(/^\| [HW] \| `([^`]+)` \| `([^`]+)` \| (.*)\|$/gm),
];

const ROOMS = readdirSync(join(ROOT, 'src'));

test.each(ROOMS)(
  'src/%s has a README that says what to read first and how to add something, and all that it names exists',
  (room) => {
    const page = join(ROOT, 'src', room, 'README.md');
    const markdown = readFileSync(page, 'utf8');
    expect(markdown).toMatch(/^Read first: /m);
    expect(markdown).toMatch(/^To add /m);
    const links = [...markdown.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => join(dirname(page), link));
    const named = [...markdown.matchAll(/`((?:src|test|docs|l10n)\/[^`]*|package[^`]*\.json)`/g)].map(([, path]) =>
      join(ROOT, path),
    );
    expect([...links, ...named].filter((path) => !existsSync(path))).toEqual([]);
  },
);

test('the walk through docs/design.md names functions that are in the files it names', () => {
  expect(WALK.length).toBeGreaterThan(10);
  const missing = WALK.flatMap(([, step, file, what]) => {
    const source = readFileSync(join(ROOT, 'src', file), 'utf8');
    const functions = [...step.split('.'), ...[...what.matchAll(/`(\w+)`/g)].map(([, name]) => name)];
    return functions.filter((name) => name !== 'AbortSignal' && !new RegExp(`\\b${name}\\b`).test(source));
  });
  const files = WALK.flatMap(([, , , what]) => [...what.matchAll(/`([\w/-]+\.ts)`/g)].map(([, path]) => path));
  expect([...missing, ...files.filter((path) => !existsSync(join(ROOT, 'src', path)))]).toEqual([]);
});

test('what CONTRIBUTING and the design name in the repository exists', () => {
  const named = ['CONTRIBUTING.md', 'docs/design.md'].flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/`((?:src|test|docs|scripts|l10n|models)\/[\w./-]*)`/g)].map(
      ([, path]) => path,
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
