import type { CardFacts } from '../../shared/protocol/panel';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { kindOfSource, kindOfText, type TextKind } from '../../shared/text-kinds';
import { fill, fixed } from './format';
import type { ShownExplanation } from './reading';
import { inPercent, wholeNumber } from './studies';
import type { Check } from './check';

/** From this accuracy on one may mostly rely on the prediction. */
const MOSTLY_RIGHT = 0.85;

/** Accuracy on one kind of text. */
export interface KindAccuracy {
  readonly kind: TextKind;
  readonly accuracy: number;
  readonly n: number;
}

/** The accuracy a card gives for each kind of text, the mean over its test sets of that kind. */
export function accuracyByKind(measured: CardFacts['measured']): readonly KindAccuracy[] {
  const kinds = new Map<TextKind, { right: number; n: number }>();
  for (const { data, n, accuracy } of measured) {
    const kind = kindOfSource(data);
    if (!kind) continue;
    const sum = kinds.get(kind) ?? { right: 0, n: 0 };
    kinds.set(kind, { right: sum.right + accuracy * n, n: sum.n + n });
  }
  return [...kinds].map(([kind, { right, n }]) => ({ kind, accuracy: right / n, n }));
}

/** How often the model is right on texts like this one; where none is like it, from where to where. */
export function accuracyCheck(
  { view, words }: ShownExplanation,
  card: CardFacts | undefined,
  strings: PageStrings,
): Check | undefined {
  if (!card) return undefined;
  const kinds = accuracyByKind(card.measured);
  if (kinds.length === 0) return undefined;
  const own = kindOfText(view.explanation.text, words.length);
  const near = kinds.find(({ kind }) => kind === own);
  const lowest = near?.accuracy ?? Math.min(...kinds.map(({ accuracy }) => accuracy));
  const good = near !== undefined && lowest >= MOSTLY_RIGHT;
  return { good, title: good ? strings.checkRight : strings.checkWrong, detail: near ? known(near) : range() };

  function known({ kind, accuracy, n }: KindAccuracy): string {
    return fill(strings.accuracyOn, strings.kinds[kind], inPercent(accuracy, strings), wholeNumber(n));
  }
  function range(): string {
    const all = kinds.map(({ accuracy }) => 100 * accuracy);
    const [from, to] = [Math.min(...all), Math.max(...all)].map((value) => fixed(value, 0));
    if (kinds.length === 1) {
      return fill(strings.accuracyElsewhere, strings.kinds[kinds[0].kind], inPercent(kinds[0].accuracy, strings));
    }
    return fill(strings.accuracyRange, from, to).replace(' %', '\u00a0%');
  }
}
