/** One end of a line of messages: `worker_threads`' `parentPort`, a web worker's `self`, or a handle on either. */
export interface Port<In, Out> {
  post(message: Out, transfer?: ArrayBuffer[]): void;
  listen(onMessage: (message: In) => void): void;
}

/** The host's handle on a running worker, whichever kind it is. */
export interface WorkerHandle<In, Out> extends Port<In, Out> {
  /** Called once, with a reason for people, when the worker died without being told to. */
  onCrash(crashed: (reason: string) => void): void;
  /** Ends the worker, whatever it is doing; resolves when it is gone. */
  terminate(): Promise<void>;
}
