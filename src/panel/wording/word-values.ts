import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill } from './format';
import { labelName } from './names';
import type { PanelModel } from './reading';
import { percent } from './sentences';

/** All that is known of one word, a line each: the small box beside the pointer, and what a screen reader says. */
export function wordValues({ words, unit, view }: PanelModel, index: number, strings: PageStrings): string[] {
  const word = words[index];
  const lines = [`${fill(strings.scoreOf, unit.spoken(word.score))}${side(word.score)}`];
  lines.push(fill(strings.rank, word.rank, words.length));
  if (word.attention !== undefined && view.explanation.method !== 'attention') {
    lines.push(fill(strings.attentionOf, percent(word.attention, strings)));
  }
  if (word.distance !== undefined) lines.push(fill(strings.distanceOf, percent(word.distance, strings)));
  if (!word.known) lines.push(strings.unknownWord);
  return lines;

  function side(score: number): string {
    if (!view.explanation.signed || score === 0) return '';
    const label = labelName(view.explanation.target, strings);
    return `, ${fill(score > 0 ? strings.speaksFor : strings.speaksAgainst, label)}`;
  }
}
