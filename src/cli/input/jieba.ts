import { JIEBA } from '../../engine/installation';
import { resources } from './resources';

/** jieba's dictionary, which cuts Chinese into words. */
export function jieba(): Promise<Uint8Array> {
  return resources().read(JIEBA);
}
