import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../scripts/root.mjs';

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
