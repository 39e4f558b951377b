/** What findings and reports are written in; the texts may be in other languages. */
export const WRITTEN_LANGUAGES = ['zh', 'en'] as const;
export type WrittenLanguage = (typeof WRITTEN_LANGUAGES)[number];
