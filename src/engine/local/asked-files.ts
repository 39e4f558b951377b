import type { ReadFile } from '../../model/format/read-json';

/**
 * Requests files that are certainly needed all at once, instead of one after the other: in a browser each comes through
 * several processes.
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

  /** A file that was requested is handed out once and then forgotten. */
  readonly read: ReadFile = (file) => {
    const reading = this.asked.get(file);
    this.asked.delete(file);
    return reading ?? this.source(file);
  };
}
