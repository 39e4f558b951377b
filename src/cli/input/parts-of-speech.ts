import { partsOfSpeechOf } from '../../findings/store/part-of-speech';
import type { PartOfSpeech } from '../../findings/store/tokens';
import { LANGUAGES } from '../../shared/languages';
import { dictionary } from './dictionary';

/** Parts of speech by the dictionary that cuts Chinese. */
export async function partsOfSpeech(): Promise<PartOfSpeech> {
  return partsOfSpeechOf(await dictionary(LANGUAGES.zh.dictionary ?? ''));
}
