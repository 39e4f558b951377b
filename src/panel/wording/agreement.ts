import type { Method } from '../../shared/methods';
import type { StudyResults } from '../../shared/protocol/panel';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { capitalised, fill, fixed } from './format';
import { methodName } from './names';
import type { Table } from './tables';

type Agreement = NonNullable<StudyResults['agreement']>;

/** How alike two methods rank the words; undefined for a method with itself. */
export function pairOf({ pairs }: Agreement, one: Method, other: Method): Agreement['pairs'][number] | undefined {
  return pairs.find(({ methods }) => one !== other && methods.includes(one) && methods.includes(other));
}

/** Which two agree most, and which least. */
export function agreementFinding({ pairs }: Agreement, strings: PageStrings): string {
  const ordered = pairs.filter(({ tau }) => tau !== undefined).sort((a, b) => b.tau! - a.tau!);
  if (ordered.length === 0) return strings.agreementAlone;
  const [most, least] = [ordered[0], ordered[ordered.length - 1]];
  const names = ({ methods }: (typeof ordered)[number]) => methods.map((method) => methodName(method, strings));
  return capitalised(
    fill(strings.agreementFinding, ...names(most), fixed(most.tau!), ...names(least), fixed(least.tau!)),
  );
}

/** Each pair, and the strongest words of each method. */
export function agreementTable(
  agreement: Agreement,
  words: readonly { readonly text: string }[],
  strings: PageStrings,
): Table {
  const name = (method: Method) => capitalised(methodName(method, strings));
  return {
    head: [strings.method, strings.otherMethod, strings.tau, strings.shared, strings.strongestThree],
    numeric: [false, false, true, true, false],
    rows: agreement.methods.flatMap(({ method, top }) => {
      const strongest = top.slice(0, 3).map((word) => words[word].text);
      const alone = [name(method), '', '', '', strongest.reduce((list, word) => fill(strings.and, list, word))];
      const pairs = agreement.pairs
        .filter(({ methods }) => methods[0] === method)
        .map(({ methods, tau, shared }) => [
          name(method),
          name(methods[1]),
          tau === undefined ? '' : fixed(tau),
          fixed(100 * shared, 0),
          '',
        ]);
      return [alone, ...pairs];
    }),
  };
}

/** Which methods were not asked, and why; undefined: all were. */
export function leftOut({ left }: Agreement, strings: PageStrings): string | undefined {
  if (left.length === 0) return undefined;
  const each = left.map(({ method, reason }) =>
    fill(/^(cost|too-many-words)$/.test(reason) ? strings.leftCost : strings.leftOther, methodName(method, strings)),
  );
  return fill(
    strings.notAsked,
    each.reduce((list, one) => fill(strings.and, list, one)),
  );
}
