import { existsSync } from 'node:fs';
import { onPath, findChrome } from './chrome.mjs';
import { run } from '../run.mjs';

/** The Debian packages that the editor needs, and how to check that each is installed. */
const NEEDED = [
  { name: 'chromium', tests: true, why: 'to show the editor', there: () => findChrome() !== undefined },
  {
    name: 'libkrb5-dev',
    why: 'to build the editor’s native modules',
    there: () => existsSync('/usr/include/gssapi/gssapi.h') || existsSync('/usr/include/gssapi.h'),
  },
  {
    name: 'fonts-dejavu-core',
    tests: true,
    why: 'to draw letters',
    there: () => existsSync('/usr/share/fonts/truetype/dejavu'),
  },
  {
    name: 'fonts-noto-cjk',
    tests: true,
    why: 'to draw Chinese',
    there: () => existsSync('/usr/share/fonts/opentype/noto'),
  },
  { name: 'g++', why: 'to build the editor’s native modules', there: () => onPath('g++') !== undefined },
  { name: 'make', why: 'to build the editor’s native modules', there: () => onPath('make') !== undefined },
  { name: 'python3', why: 'to build the editor’s native modules', there: () => onPath('python3') !== undefined },
];

/**
 * Installs the missing Debian packages, if this is a Debian machine and we are root. On other machines only a browser
 * is required.
 * @param {boolean} forTests whether the editor is also to be driven and photographed
 */
export const installSystemPackages = async (forTests) => {
  if (process.platform !== 'linux' || !onPath('apt-get')) return;
  const missing = NEEDED.filter(({ tests, there }) => (forTests || !tests) && !there());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  if (process.getuid?.() !== 0) {
    const reasons = missing.map(({ name, why }) => `${name} (${why})`).join(', ');
    throw new Error(`Missing: ${reasons}. Install them once with: sudo apt-get install -y ${names.join(' ')}`);
  }
  console.log(`Installing ${names.join(', ')} …`);
  const apt = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', [...apt, 'update'], { env, quiet: true });
  await run('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...names], { env, quiet: true });
};
