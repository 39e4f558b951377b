const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', acirc: 'â', ccedil: 'ç', ntilde: 'ñ', oacute: 'ó', iacute: 'í', aacute: 'á', uacute: 'ú', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…', euro: '€', pound: '£', copy: '©', middot: '·', bull: '•' }; // prettier-ignore

/** Tags and comments of HTML. */
export const TAG = /<!--[^]*?-->|<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi;

/** What a reader sees of a piece of HTML: no tags, characters for their names, breaks as line ends. */
export function textOfHtml(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>\s?|<\/p>\s?(?=.)/gi, '\n')
    .replace(TAG, '')
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
      (all, decimal?: string, hex?: string, name?: string) =>
        name === undefined
          ? characterOf(decimal === undefined ? parseInt(hex!, 16) : Number(decimal))
          : (NAMED[name] ?? NAMED[name.toLowerCase()] ?? all),
    )
    .trim();
}

const characterOf = (code: number): string => (code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD');

/** Elements whose content nobody reads as prose. */
const UNREAD = /<(script|style|head|nav|footer|template|noscript|svg|math|pre|h[1-6]|summary|button|select)\b[^>]*>[^]*?<\/\1\s*>|<!--[^]*?-->/gi; // prettier-ignore
/** Where a paragraph begins or ends. */
const BLOCK = /<\/?(?:p|div|li|ul|ol|dl|dd|dt|blockquote|section|article|main|header|aside|table|tr|td|th|thead|tbody|body|html|figure|figcaption|form|hr|address|details)\b[^>]*>/gi; // prettier-ignore

/** The paragraphs of a page: what is read there, and from where to where it stands. */
export function paragraphsIn(
  html: string,
): readonly { readonly text: string; readonly start: number; readonly end: number }[] {
  // Blanks of the same length keep every place.
  const read = html.replace(UNREAD, (all) => all.replace(/[^\r\n]/g, ' '));
  const paragraphs: { text: string; start: number; end: number }[] = [];
  let from = 0;
  const close = (to: number): void => {
    const source = read.slice(from, to);
    const text = textOfHtml(source);
    const start = from + source.length - source.trimStart().length;
    if (text !== '') paragraphs.push({ text, start, end: from + source.trimEnd().length });
  };
  for (const { 0: tag, index } of read.matchAll(BLOCK)) {
    close(index);
    from = index + tag.length;
  }
  close(read.length);
  return paragraphs;
}
