import type { Message } from './messages';
import type { Port } from './port';

/** Two ports that are joined, in one thread: what is posted at one is heard at the other at once, as a copy. */
export function joinedPorts(): [Port, Port] {
  const listeners: ((message: Message) => void)[] = [];
  const port = (own: number): Port => ({
    post: (message, transfer) => listeners[1 - own](structuredClone(message, { transfer })),
    listen: (onMessage) => void (listeners[own] = onMessage),
  });
  return [port(0), port(1)];
}
