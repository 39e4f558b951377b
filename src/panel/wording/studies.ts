import type { Study } from '../../shared/protocol/panel';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill, fixed } from './format';

/** What is still being worked out, as a list. */
export function waitingFor(studies: readonly Study[], strings: PageStrings): string {
  const names: Readonly<Record<Study, string>> = {
    card: strings.waitCard,
    without: strings.waitWithout,
    trust: strings.waitTrust,
    trace: strings.waitTrace,
    counterfactuals: strings.waitChanges,
    agreement: strings.waitAgreement,
  };
  return studies.map((study) => names[study]).reduce((list, name) => fill(strings.and, list, name));
}

/** A probability as the whole product says it: `97 %`, in Chinese `97%`; number and sign stay on one line. */
export function inPercent(probability: number, strings: Pick<PageStrings, 'percent'>): string {
  return fill(strings.percent, fixed(100 * probability, 0)).replace(' ', '\u00a0');
}

/** `72 % → 55 %`, in one line. */
export function fromTo(from: number, to: number, strings: PageStrings): string {
  return fill(strings.fromTo, inPercent(from, strings), inPercent(to, strings)).replaceAll(' ', '\u00a0');
}

/** A count with its thousands apart. */
export function wholeNumber(count: number): string {
  return count.toLocaleString('en-US');
}
