// The build for browsers: that for Node imports worker threads, which synchronous unzipping does not need.
import { unzipSync } from 'fflate/browser';

/** The files of an archive, unpacked when they are asked for. */
export interface ArchiveFiles {
  readonly names: readonly string[];
  bytes(name: string): Uint8Array<ArrayBuffer> | undefined;
  /** As UTF-8. */
  text(name: string): string | undefined;
}

/** The largest unpacked size of a file in an archive, in bytes. */
const MOST_OF_A_FILE = 2 ** 30;

export const isZip = ([a, b, c, d]: Uint8Array): boolean => a === 0x50 && b === 0x4b && c === 3 && d === 4;

/** Opens a ZIP archive. @throws Error where it is damaged */
export function filesIn(archive: Uint8Array): ArchiveFiles {
  const names: string[] = [];
  unzipSync(archive, {
    filter: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  const bytes = (name: string) =>
    unzipSync(archive, { filter: (file) => file.name === name && file.originalSize <= MOST_OF_A_FILE })[name] as
      Uint8Array<ArrayBuffer> | undefined;
  return {
    names,
    bytes,
    text: (name) => {
      const found = bytes(name);
      return found && new TextDecoder().decode(found);
    },
  };
}
