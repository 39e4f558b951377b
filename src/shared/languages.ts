/** The languages a text can be explained in. */
export type Language = 'zh' | 'en';
