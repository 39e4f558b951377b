import { useLayoutEffect } from 'preact/hooks';

/** Listens to messages of the host once the page is drawn; messages that `read` does not know are ignored. */
export function useMessages<T>(
  read: (message: unknown) => T | undefined,
  hear: (message: T) => void,
  ready: () => void,
): void {
  useLayoutEffect(() => {
    const listen = ({ data }: MessageEvent): void => {
      const message = read(data);
      if (message !== undefined) hear(message);
    };
    window.addEventListener('message', listen);
    ready();
    return () => window.removeEventListener('message', listen);
    // Only once: if it heard again that the page is ready, the host would send everything again.
  }, []);
}
