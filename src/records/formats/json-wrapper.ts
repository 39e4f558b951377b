/** What scripts write around their data: an assignment (`window.YTD.tweets.part0 = […]`), a call (`callback({…});`). */
const BEFORE = /^\uFEFF?\s*(?:(?:(?:var|let|const)\s+)?[A-Za-z_$][\w$.[\]'"]{0,100}\s*=\s*|export\s+default\s+|(?:\/\*\*\/)?[A-Za-z_$][\w$.]{0,100}\s*\(\s*)(?=[[{])/; // prettier-ignore
const BEHIND = /[\s)]*;?\s*$/;

export const isWrapped = (text: string): boolean => BEFORE.test(text.slice(0, 500));

/** The data alone. Blanks stand for what was in front, so that every place stays. */
export function unwrappedJson(text: string): string {
  const before = BEFORE.exec(text.slice(0, 500))?.[0];
  if (before === undefined) return text;
  return before.replace(/[^\r\n]/g, ' ') + text.slice(before.length).replace(BEHIND, '');
}
