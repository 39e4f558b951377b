import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { OverviewStrings } from '../../src/extension/annotate/overview-strings';
import type { PageStrings } from '../../src/extension/panel/strings';

export type DisplayLanguage = 'en' | 'zh-Hans';

const CHINESE = join(import.meta.dirname, '..', '..', 'l10n', 'bundle.l10n.zh-cn.json');

const made = new Map<DisplayLanguage, Promise<PageStrings>>();

/** The page's strings as the host makes them in that language. */
export function stringsOf(language: DisplayLanguage): Promise<PageStrings> {
  const strings = made.get(language) ?? make(language);
  made.set(language, strings);
  return strings;
}

async function make(language: DisplayLanguage): Promise<PageStrings> {
  double(language);
  const { pageStrings } = await import('../../src/extension/panel/strings');
  return pageStrings();
}

/** As `stringsOf`, for the overview. */
export async function overviewStringsOf(language: DisplayLanguage): Promise<OverviewStrings> {
  double(language);
  const { overviewStrings } = await import('../../src/extension/annotate/overview-strings');
  return overviewStrings();
}

/** Stands in for the editor's own look-up of texts. */
function double(language: DisplayLanguage): void {
  const bundle: Record<string, string> =
    language === 'en' ? {} : (JSON.parse(readFileSync(CHINESE, 'utf8')) as Record<string, string>);
  vi.resetModules();
  type Keyed = { readonly message: string; readonly comment: readonly string[] } | string;
  const keyOf = (text: Keyed) => (typeof text === 'string' ? text : `${text.message}/${text.comment.join('')}`);
  const messageOf = (text: Keyed) => (typeof text === 'string' ? text : text.message);
  vi.doMock('vscode', () => ({ l10n: { t: (text: Keyed) => bundle[keyOf(text)] ?? messageOf(text) } }));
}
