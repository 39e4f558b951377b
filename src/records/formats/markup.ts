const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', acirc: 'â', ccedil: 'ç', ntilde: 'ñ', oacute: 'ó', iacute: 'í', aacute: 'á', uacute: 'ú', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…', euro: '€', pound: '£', copy: '©', reg: '®', trade: '™', deg: '°', times: '×', laquo: '«', raquo: '»', iquest: '¿', iexcl: '¡', aring: 'å', aelig: 'æ', oslash: 'ø', iuml: 'ï', icirc: 'î', ocirc: 'ô', ucirc: 'û', ugrave: 'ù', euml: 'ë', atilde: 'ã', otilde: 'õ', igrave: 'ì', ograve: 'ò', hearts: '♥', middot: '·', bull: '•' }; // prettier-ignore

/** Tags, comments and the declaration of HTML. */
export const TAG = /<!--[^]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi;

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

/** Where a message of Telegram's own export begins, and what is in it. */
const MESSAGE = /<div class="(?:message default[^"]*|pull_right date details" title="(?<time>[^"]*)|(?<part>from_name|text))">/gi; // prettier-ignore

/** A piece of a page, and from where to where it stands. */
export interface PagePiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The messages of a chat that Telegram wrote as a page; none of another page. Who wrote is said once for several. */
export function messagesIn(html: string): readonly (PagePiece & { readonly speaker: string; readonly time: string })[] {
  const messages: (PagePiece & { speaker: string; time: string })[] = [];
  if (!/<div class="message default/.test(html)) return messages;
  let [speaker, time] = ['', ''];
  for (const { 0: tag, index, groups = {} } of html.matchAll(MESSAGE)) {
    const from = index + tag.length;
    const source = html.slice(from, html.indexOf('</div>', from));
    if (groups.time !== undefined) time = textOfHtml(groups.time);
    else if (groups.part === 'from_name') speaker = textOfHtml(source);
    else if (groups.part === 'text') {
      const start = from + source.length - source.trimStart().length;
      messages.push({ speaker, time, text: textOfHtml(source), start, end: from + source.trimEnd().length });
    }
  }
  return messages;
}

/** The paragraphs of a page: what is read there, and from where to where it stands. */
export function paragraphsIn(html: string): readonly PagePiece[] {
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
