import type { TrainingRow } from '../../shared/fine-tuning';
import { seededRandom } from '../../shared/random';

const OPINIONS = {
  negative: ['bad', 'thin', 'a waste'],
  neutral: ['minute', 'of the plot', 'every'],
  positive: ['good', 'loved it', 'really good'],
};
type Known = keyof typeof OPINIONS;

/** Short texts, each different from all others, with their reasons. */
export function textsOf(
  count: number,
  seed: number,
  labels: readonly Known[] = ['negative', 'neutral', 'positive'],
): TrainingRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const label = labels[i % labels.length];
    const reason = OPINIONS[label][Math.floor(random() * 3)];
    const before = `the plot ${seed}x${i} is `;
    return { text: `${before}${reason} .`, label, spans: [[before.length, before.length + reason.length]] };
  });
}

const SIGNS = { negative: '-', neutral: '0', positive: '+' };
/** The general texts of an installation, as they are packed. */
export const generalLines = (): string =>
  textsOf(120, 9)
    .map(({ text, label, spans = [] }, i) => {
      const [[start, end]] = spans;
      const side = i % 6 === 0 ? 'test' : i % 6 === 1 ? 'validation' : 'train';
      return `${SIGNS[label as Known]}\t${side}\t${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}\n`;
    })
    .join('');
