import { resources } from './resources';

/** A dictionary of the installation, by its path there: jieba's cuts Chinese into words. */
export function dictionary(path: string): Promise<Uint8Array> {
  return resources().read(path);
}
