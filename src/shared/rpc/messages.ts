import type { Failure } from './failure';

/**
 * One message on a line. Either side may call the other; `id` is the caller's count of its calls. Own messages rather
 * than comlink: its proxies wait for ever when a worker dies, and know no cancelling.
 */
export type Message = CallMessage | AnswerMessage;

/** To the side that is called. */
export type CallMessage =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly name: string;
      readonly args: readonly unknown[];
      /** Index of the argument that is an `AbortSignal`, and of the one that is a function: neither can travel. */
      readonly signal?: number;
      readonly callback?: number;
    }
  /** The caller no longer waits for the answer. */
  | { readonly type: 'cancel'; readonly id: number };

/** Back to the caller. */
export type AnswerMessage =
  | { readonly type: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly failure: Failure }
  /** The function among the call's arguments was called. */
  | { readonly type: 'callback'; readonly id: number; readonly args: readonly unknown[] };
