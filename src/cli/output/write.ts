/** Writes results and waits until they are written: `process.exit` would lose what a slow pipe has not taken yet. */
export function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      // The reader closed the pipe, as in `saliency models | head -1`.
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else reject(error);
    });
  });
}
