import type { RowSink } from '../../annotate/run';

/** The reader of the results closed the pipe, as in `saliency annotate | head`. */
export class OutputClosed extends Error {}

/** Standard output, with back-pressure: a write waits for a slow reader. */
export const standardOutput: RowSink = {
  write: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => {
        if (!error) resolve();
        else reject((error as NodeJS.ErrnoException).code === 'EPIPE' ? new OutputClosed() : error);
      });
    }),
};

/** Writes nothing: for rows that are collected until the end instead. */
export const discardingSink: RowSink = { write: () => Promise.resolve() };
