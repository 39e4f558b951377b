import { JIEBA } from '../../engine/installation';
import { resources } from './resources';

/** jieba's dictionary, by which Chinese is cut. */
export function jieba(): Promise<Uint8Array> {
  return resources().read(JIEBA);
}
