import type { Host } from '../editor/editor';
import type { DisplayLanguage } from '../editor/wording';

/** In what an editor a journey is walked. */
export interface Combination {
  readonly host: Host;
  readonly theme: 'light' | 'dark' | 'high contrast';
  readonly language: DisplayLanguage;
}

const HOSTS = ['node', 'web'] as const;
const THEMES = ['light', 'dark', 'high contrast'] as const;
const LANGUAGES = ['en', 'zh-cn'] as const;

/**
 * Those that a journey is walked in: the few that are given (chosen so that over all journeys every pair comes), or
 * under `npm run test:matrix` all twelve.
 */
export const combinations = <T extends Combination>(few: readonly T[]): readonly T[] => {
  if (process.env.SALIENCY_MATRIX !== 'all') return few;
  return HOSTS.flatMap((host) =>
    THEMES.flatMap((theme) =>
      LANGUAGES.map((language, index): T => ({ ...few[index % few.length], host, theme, language })),
    ),
  );
};
