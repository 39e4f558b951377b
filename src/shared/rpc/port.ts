import type { Message } from './messages';

/** One end of a line of messages: `worker_threads`' `parentPort`, a web worker's `self`, a page, or a handle on one. */
export interface Port {
  post(message: Message, transfer?: ArrayBuffer[]): void;
  listen(onMessage: (message: Message) => void): void;
}

/** The host's handle on a running worker, whichever kind it is. */
export interface WorkerHandle extends Port {
  /** Called once, with a reason for people, when the worker died without being told to. */
  onCrash(crashed: (reason: string) => void): void;
  /** Ends the worker, whatever it is doing; resolves when it is gone. */
  terminate(): Promise<void>;
}
