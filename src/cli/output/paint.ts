import { emphasise, pushesTo, toneOf, type Emphasis } from '../../shared/emphasis';
import type { Explanation } from '../../shared/explanation';

/** Backgrounds of steps 1–4, of the 256 colours that terminals share; black stands out on all of them. */
const BACKGROUNDS = {
  positive: [195, 153, 117, 75],
  negative: [230, 223, 216, 209],
  neutral: [255, 252, 249, 246],
} as const;
const BLACK = 16;

/**
 * The text with its words on backgrounds: blue where a word pushes to a positive label, orange to a negative one, grey
 * to a neutral one or where the method knows no direction; underlined where it speaks against the target.
 */
export function paintText(explanation: Explanation): string {
  const { text, words } = explanation;
  const emphasis = emphasise(explanation);
  let end = 0;
  const painted = words.map((word, i) => {
    const between = text.slice(end, word.start);
    end = word.end;
    return between + paint(word.text, explanation, emphasis[i]);
  });
  return painted.join('') + text.slice(end);
}

function paint(word: string, explanation: Explanation, { step, direction }: Emphasis): string {
  if (step === 0) return word;
  const label = pushesTo(explanation, direction);
  const background = BACKGROUNDS[label === undefined ? 'neutral' : toneOf(explanation, label)][step - 1];
  const underline = direction === 'against' ? ';4' : '';
  return `\x1b[38;5;${BLACK};48;5;${background}${underline}m${word}\x1b[0m`;
}

/** Whether a stream wants colours: terminals do, unless `NO_COLOR` is set; `FORCE_COLOR` means it in any case. */
export function wantsColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  return Boolean(env.FORCE_COLOR && env.FORCE_COLOR !== '0') || stream.isTTY === true;
}
