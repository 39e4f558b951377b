import type { RowSink } from '../../annotate/run';

/** Whoever reads the results has seen enough: `saliency annotate | head`. */
export class ReaderGone extends Error {}

/** Standard output, as slow as whoever reads it. */
export const standardOutput: RowSink = {
  write: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => {
        if (!error) resolve();
        else reject((error as NodeJS.ErrnoException).code === 'EPIPE' ? new ReaderGone() : error);
      });
    }),
};
