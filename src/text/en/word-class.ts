import { closedClass, wordSet, type WordClass } from '../language-text';

/** English function words and words that reverse a sentence, beside the stop words. */
const TURNING =
  wordSet(`not no never none nothing nobody nowhere neither nor cannot without but although though however yet because since
  unless except despite instead besides unlike like than too very really so much many more most less least few little
  quite rather pretty well even still only almost nearly hardly barely already perhaps maybe if whether per via
  yes ok okay oh well please thanks hello etc`);
/** The endings that tell the form of an English word; the first match counts. */
const ENDINGS: readonly (readonly [ending: RegExp, kind: string])[] = [
  [/^(?:best|worst)$/u, 'est'],
  [/^(?:better|worse)$/u, 'er'],
  [/.{3}ly$/u, 'ly'],
  [/.{3}ing$/u, 'ing'],
  [/.{3}ed$/u, 'ed'],
  [/.{3}est$/u, 'est'],
  [/.{2}(?:ness|ment|[ts]ion|ity|ship|ism|ist|ance|ence)$/u, 'noun'],
];
const ADJECTIVE = /.{2}(?:ful|less|ous|able|ible|ive|ish|ic|al|some|ant|ent)$/u;

/**
 * The class of an English word comes from its ending, or from the forms of it in the vocabulary: `lov-ing` and `lov-ed` make
 * a verb (V) of `love`, `bad-ly` an adjective (A) of `bad`, `plot-s` a noun (N) of `plot`.
 */
export function classOf(token: string, has: (form: string) => boolean): WordClass {
  if (TURNING.has(token) || /['’]/u.test(token)) return closedClass('function');
  const ending = ENDINGS.find(([pattern]) => pattern.test(token));
  if (ending) return { kind: `en ${ending[1]}`, forms: '', open: true, judges: ending[1] !== 'noun' };
  const forms = formsOf(token, has);
  return { kind: 'en', forms, open: true, judges: /[AV]/u.test(forms) };
}

function formsOf(token: string, has: (form: string) => boolean): string {
  const stem = token.replace(/e$/u, '');
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/u.test(token) ? token + token.slice(-1) : token;
  const any = (endings: readonly string[], ...stems: readonly string[]) =>
    stems.some((each) => endings.some((ending) => has(each + ending)));
  const y = token.replace(/y$/u, 'i');
  const verb = any(['ing'], stem, token, doubled) && any(['ed'], stem, y, doubled);
  const adjective =
    ADJECTIVE.test(token) || any(['ly', 'ness', 'est'], token, y, stem) || any(['y'], token.replace(/[ey]$/u, ''));
  const noun = any(['s', 'es'], token) || has(`${token.replace(/y$/u, '')}ies`);
  return `${verb ? 'V' : ''}${adjective && !verb ? 'A' : ''}${noun && !verb && !adjective ? 'N' : ''}`;
}
