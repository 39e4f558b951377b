import type { Study } from '../../shared/protocol/panel';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill, fixed } from './format';

/** What is still being worked out, as a list. */
export function waitingFor(studies: readonly Study[], strings: PageStrings): string {
  const names: Readonly<Record<Study, string>> = {
    card: strings.waitCard,
    trust: strings.waitTrust,
    trace: strings.waitTrace,
    counterfactuals: strings.waitChanges,
    agreement: strings.waitAgreement,
  };
  return studies.map((study) => names[study]).reduce((list, name) => fill(strings.and, list, name));
}

/** A probability as people say it: `97 %`; one decimal where it is nearly all or nothing. */
export function inPercent(probability: number, strings: PageStrings): string {
  const near = probability !== 0 && probability !== 1 && (probability > 0.99 || probability < 0.01);
  return fill(strings.percent, fixed(100 * probability, near ? 1 : 0)).replace(' ', '\u00a0');
}

/** A count with its thousands apart. */
export function wholeNumber(count: number): string {
  return count.toLocaleString('en-US');
}
