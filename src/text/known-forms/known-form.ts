import { simplified } from '../zh/simplified';
import { emojiForms } from './emoji';
import { commonest, firstKnown, type Ranks } from './frequencies';
import { tellingPart } from './parts';
import { accentless, apostropheForms, corrected, numberForms } from './spelling';
import { signForms, unstretched } from './stretched';

/** For words longer than this no known form is searched. */
const LONGEST = 100;

/**
 * The known form of a word that is out of vocabulary in this spelling: an emoji with another skin tone, a stretched word, a
 * hashtag, a traditional character, a typing error. The same on every machine; undefined if nothing is close enough.
 *
 * @param token a result of `tokenOf`
 */
export function knownForm(token: string, ranks: Ranks): string | undefined {
  if (token.length > LONGEST || token.startsWith('<')) return firstKnown(signForms(token), ranks);
  const han = simplified(token);
  if (han !== token && ranks.rankOf(han) !== undefined) return han;
  return (
    firstKnown(emojiForms(token), ranks) ??
    firstKnown(signForms(token), ranks) ??
    unstretched(han, ranks) ??
    commonest(apostropheForms(token), ranks) ??
    firstKnown(accentless(token), ranks) ??
    firstKnown(numberForms(token), ranks) ??
    tellingPart(unstretchedTag(han, ranks), ranks) ??
    corrected(token, ranks)
  );
}

/** `#loooove` → `#love`. */
function unstretchedTag(token: string, ranks: Ranks): string {
  if (!token.startsWith('#')) return token;
  const body = token.replace(/^#+|#+$/gu, '');
  const form = ranks.rankOf(body) === undefined ? (unstretched(body, ranks) ?? corrected(body, ranks)) : undefined;
  return form === undefined ? token : `#${form}`;
}
