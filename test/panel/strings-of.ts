import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
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
  const bundle: Record<string, string> =
    language === 'en' ? {} : (JSON.parse(readFileSync(CHINESE, 'utf8')) as Record<string, string>);
  vi.resetModules();
  vi.doMock('vscode', () => ({ l10n: { t: (key: string) => bundle[key] ?? key } }));
  const { pageStrings } = await import('../../src/extension/panel/strings');
  return pageStrings();
}
