/* Folders of this machine that cannot be written to; for the Node host on Linux. */

/** Such a folder, and how it is taken away. */
export interface Folder {
  readonly path: string;
  readonly remove: () => void;
}

const modules = () => {
  const builtin = process.getBuiltinModule;
  const [fs, os, path] = [builtin('node:fs'), builtin('node:os'), builtin('node:path')];
  return { fs, path, run: builtin('node:child_process').execFileSync, temporary: os.tmpdir() };
};

/** A disk of its own for a folder; undefined where this user may not mount one. */
function mounted(options: string): (Folder & { remount(options: string): void }) | undefined {
  const { fs, path, run, temporary } = modules();
  const folder = fs.mkdtempSync(path.join(temporary, 'saliency-disk-'));
  const mount = (...args: string[]) => run('mount', args, { stdio: 'ignore' });
  try {
    mount('-t', 'tmpfs', '-o', options, 'tmpfs', folder);
  } catch {
    fs.rmdirSync(folder);
    return undefined;
  }
  const remove = () => {
    run('umount', [folder], { stdio: 'ignore' });
    fs.rmdirSync(folder);
  };
  return { path: folder, remove, remount: (how) => void mount('-o', `remount,${how}`, folder) };
}

/** A folder on a disk of 64 KB with a file in it; where none may be mounted, what `results` is written to first is full. */
export function fullFolder(name: string, content: string, results: string): Folder {
  const { fs, path, temporary } = modules();
  const disk = mounted('size=64k');
  const folder = disk?.path ?? fs.mkdtempSync(path.join(temporary, 'saliency-full-'));
  fs.writeFileSync(path.join(folder, name), content);
  if (!disk) fs.symlinkSync('/dev/full', path.join(folder, `${results}.partial`));
  return disk ?? { path: folder, remove: () => fs.rmSync(folder, { recursive: true }) };
}

/** A folder with a file in it that may only be read; undefined: root may write everywhere, and may mount nothing here. */
export function readOnlyFolder(name: string, content: string): Folder | undefined {
  const { fs, path, temporary } = modules();
  const disk = mounted('size=1m');
  if (!disk && process.getuid?.() === 0) return undefined;
  const folder = disk?.path ?? fs.mkdtempSync(path.join(temporary, 'saliency-readonly-'));
  fs.writeFileSync(path.join(folder, name), content);
  if (disk) disk.remount('ro');
  else fs.chmodSync(folder, 0o555);
  const remove = () => {
    fs.chmodSync(folder, 0o755);
    fs.rmSync(folder, { recursive: true });
  };
  return disk ?? { path: folder, remove };
}

export const namesIn = (folder: string): string[] => modules().fs.readdirSync(folder).sort();
