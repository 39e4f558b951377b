import { SaliencyError } from '../../shared/saliency-error';
import type * as views from './views';

/** What the bundle of `views.ts` offers. */
export type Views = typeof views;

/** Loads it, once; what is loaded stays. @throws SaliencyError `damaged-installation` where it cannot be loaded */
export type LoadViews = () => Promise<Views>;

/** Loads the bundle with the given function, which differs between hosts; after a failure the next call tries again. */
export function viewsFrom(load: () => Promise<Views>): LoadViews {
  let loaded: Promise<Views> | undefined;
  return () => (loaded ??= load().catch(failed));

  function failed(cause: unknown): never {
    loaded = undefined;
    throw new SaliencyError(
      `A file of Saliency is damaged or missing (views.cjs: ${String(cause)}). Install Saliency again.`,
      'damaged-installation',
    );
  }
}
