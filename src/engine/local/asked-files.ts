import type { ReadFile } from '../../model/format/read-json';

/**
 * Files that are sure to be read, asked for all at once: in a browser each comes through several processes, and one that
 * is asked for only when the one before is there waits for all of them.
 */
export class AskedFiles {
  private readonly asked = new Map<string, Promise<Uint8Array>>();

  constructor(private readonly source: ReadFile) {}

  ask(files: readonly string[]): void {
    for (const file of files) {
      const reading = this.source(file);
      // A file that cannot be read is reported when it is needed.
      reading.catch(() => undefined);
      this.asked.set(file, reading);
    }
  }

  /** What was asked for is handed out once, and not kept. */
  readonly read: ReadFile = (file) => {
    const reading = this.asked.get(file);
    this.asked.delete(file);
    return reading ?? this.source(file);
  };
}
