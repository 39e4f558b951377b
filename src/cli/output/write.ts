/** Writes results and waits until they are out: `process.exit` would cut what a slow pipe has not taken yet. */
export function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      // Whoever reads the results has seen enough: `saliency models | head -1`.
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else reject(error);
    });
  });
}
