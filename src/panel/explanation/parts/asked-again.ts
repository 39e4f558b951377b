import type { Explanation } from '../../../shared/explanation';
import type { PanelToHost } from '../../../shared/protocol/panel-to-host';
import type { NotificationData } from '../../../shared/rpc/notifications';
import { isShare } from '../../wording/unit';

type Again = NotificationData<PanelToHost, 'explainAgain'>;

/** What was asked of the explanation beside its text, with changes: a label that was asked for stays asked for. */
export function askedAgain({ target, against, label }: Explanation, changes: Again): Again {
  const asked = { ...((target !== label || against !== undefined) && { target }), against, ...changes };
  // No label can be compared with itself, nor two by a method that knows no labels.
  const compares = asked.against !== (asked.target ?? label) && !(asked.method && isShare(asked.method));
  const question = { ...asked, against: compares ? asked.against : undefined };
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
}
