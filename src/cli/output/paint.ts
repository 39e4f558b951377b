import { emphasise, pushesTo, type Emphasis } from '../../shared/emphasis';
import { toneOf } from '../../shared/tone';
import type { Explanation } from '../../shared/explanation';

/** Background colours of steps 1–4, from the 256 colours of terminals; black text is readable on all of them. */
const BACKGROUNDS = {
  positive: [195, 153, 117, 75],
  negative: [230, 223, 216, 209],
  neutral: [255, 252, 249, 246],
} as const;
const BLACK = 16;

/**
 * The text with its words on coloured backgrounds: blue where a word supports a positive label, orange a negative one, grey a
 * neutral one or where the method has no direction; underlined where the word contradicts the target.
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

/** Whether to use colours: on a terminal, unless `NO_COLOR` is set; `FORCE_COLOR` turns them on everywhere else. */
export function wantsColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  return Boolean(env.FORCE_COLOR && env.FORCE_COLOR !== '0') || stream.isTTY === true;
}
