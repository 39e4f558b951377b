import type { Message } from '../../shared/rpc/messages';
import type { Port } from '../../shared/rpc/port';

/** The part of a dedicated worker's global scope that is used; the DOM's types know only a page's. */
interface WorkerScope {
  postMessage(message: Message, transfer?: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { data: Message }) => void): void;
}

/** The message port from this web worker to the thread that started it. */
export function scopePort(): Port {
  const scope = globalThis as unknown as WorkerScope;
  return {
    post: (message, transfer) => scope.postMessage(message, transfer),
    listen: (onMessage) => scope.addEventListener('message', ({ data }) => onMessage(data)),
  };
}
