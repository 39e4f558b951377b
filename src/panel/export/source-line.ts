import type { PageStrings } from '../../shared/strings/explanation-page';
import { capitalised } from '../../shared/strings/capitalised';
import { fill } from '../wording/format';
import { labelName, methodName, modelOf } from '../wording/names';
import { predictionText } from '../wording/sentences';
import type { ShownExplanation } from '../wording/reading';

/** What figures are of: a method and a target are always named with them. `Gradient × input, for positive · model: English`. */
export function sourceLine({ view }: ShownExplanation, strings: PageStrings): string {
  const { method, target, signed } = view.explanation;
  const name = capitalised(methodName(method, strings));
  const named = signed ? fill(strings.methodFor, name, labelName(target, strings)) : name;
  return [named, fill(strings.modelNamed, modelOf(view, strings))].join(' · ');
}

/** `Positive 81 %: “The plot is …”`. */
export function pictureLabel(shown: ShownExplanation, strings: PageStrings): string {
  const { label, text } = shown.view.explanation;
  return `${predictionText(shown, label, strings)}: ${fill(strings.quoted, shortened(text))}`;
}

const LONGEST = 120;

/** One line, its end left out if it is long; never half a character. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST).join('').trimEnd()}…`;
}
