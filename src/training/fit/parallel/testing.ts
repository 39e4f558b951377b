import type { FromPartner, PartnerLine } from './messages';
import type { ServedPartner } from './serve-partner';

/** A partner in this thread, behind the copies that a message between threads makes. */
export function line(served: ServedPartner): PartnerLine {
  const answers: FromPartner[] = [];
  return {
    post: (message, transfer) => {
      const answer = served.handle(structuredClone(message, { transfer }));
      if (answer) answers.push(structuredClone(answer));
    },
    receive: () => Promise.resolve(answers.shift()!),
    close: () => Promise.resolve(served.dispose()),
  };
}
