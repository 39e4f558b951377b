/** Every ASCII sign as a character reference: no Markdown and no HTML survives, not even in a table cell. */
export function escapedMarkdown(text: string): string {
  return text.replace(/[^\S\u00a0]+/g, ' ').replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
