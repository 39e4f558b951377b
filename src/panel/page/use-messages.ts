import { useEffect } from 'preact/hooks';

/** Hears what arrives in this page, from the first drawing on; what `read` does not know is none of ours. */
export function useMessages<T>(
  read: (message: unknown) => T | undefined,
  hear: (message: T) => void,
  ready: () => void,
): void {
  useEffect(() => {
    const listen = ({ data }: MessageEvent): void => {
      const message = read(data);
      if (message !== undefined) hear(message);
    };
    window.addEventListener('message', listen);
    ready();
    return () => window.removeEventListener('message', listen);
    // Once: told a second time that the page is ready, the host would send everything again.
  }, []);
}
