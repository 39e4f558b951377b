import { Connection } from '../../../shared/rpc/connection';
import type { Port } from '../../../shared/rpc/port';
import { joinedPorts } from '../../../shared/rpc/testing';
import type { Partner, RunningPartner } from './partner';
import { servePartner, type ServedPartner } from './serve-partner';

export interface PartnerHere extends RunningPartner {
  readonly served: ServedPartner;
}

/** A partner in this thread; messages are copied as between threads. */
export function partnerHere(onPost: () => void = () => undefined): PartnerHere {
  const [here, there] = joinedPorts();
  const served = servePartner(there);
  const post: Port['post'] = (message, transfer) => {
    onPost();
    here.post(message, transfer);
  };
  const line = new Connection<Partner>(post);
  here.listen((message) => line.receive(message));
  return { served, partner: line.remote, close: () => Promise.resolve(served.dispose()) };
}
