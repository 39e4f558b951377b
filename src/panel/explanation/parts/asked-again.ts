import type { Explanation } from '../../../shared/explanation';
import type { PageMessage } from '../../../shared/protocol/panel-messages';
import { isShare } from '../../wording/unit';

type Again = Extract<PageMessage, { type: 'explainAgain' }>;

/** What was asked of the explanation beside its text, with changes: a label that was asked for stays asked for. */
export function askedAgain(
  { target, against, label }: Explanation,
  changes: Pick<Again, 'method' | 'target' | 'against'>,
): Again {
  const asked = { ...((target !== label || against !== undefined) && { target }), against, ...changes };
  // No label can be compared with itself, nor two by a method that knows no labels.
  const compares = asked.against !== (asked.target ?? label) && !(asked.method && isShare(asked.method));
  const question = { ...asked, against: compares ? asked.against : undefined };
  return {
    type: 'explainAgain',
    ...Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)),
  };
}
