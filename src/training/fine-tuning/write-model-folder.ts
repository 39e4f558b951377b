import type { Gate } from './gate';
import { within, type FineTuningEnvironment } from './surroundings';

/** Where a model's files stand until they are all there: beside its folder, under a name that no model can have. */
export function partialFolder(out: string): string {
  const [, parent, name] = /^(.*?)([^\\/]+)[\\/]*$/.exec(out) ?? ['', '', out];
  return `${parent}.${name}.partial`;
}

/**
 * Writes a model whole or not at all: what ends it before all files are there takes them away. A process that is killed
 * leaves the partial folder, which the next attempt, or discarding the run, takes away.
 *
 * @throws the signal's reason where the run was cancelled
 */
export async function writeModelFolder(
  store: FineTuningEnvironment['store'],
  out: string,
  files: ReadonlyMap<string, Uint8Array>,
  gate: Gate,
): Promise<void> {
  const partial = partialFolder(out);
  try {
    await store.remove(partial);
    for (const [file, bytes] of files) {
      await gate.pass();
      await store.save(within(partial, file), bytes);
    }
    await gate.pass();
    await store.move(partial, out);
  } catch (error) {
    // The first error says what went wrong.
    await store.remove(partial).catch(() => undefined);
    throw error;
  }
}
