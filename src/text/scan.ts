/**
 * One pass over a text that assigns a kind to every part of it. The English segmenter takes the parts as they are;
 * the Chinese one gives those of prose to jieba and keeps the others whole.
 *
 * Every alternative below consumes what it has looked at, or looks at a bounded number of characters, or stops at the
 * character it starts with. So the pass is linear for every text (tested with 100,000 of `<`, `&`, `'`, …).
 */

/**
 * `space` white space, controls, ignorable characters and lone surrogates · `markup` HTML tags, comments, entities ·
 * `whole` URL, e-mail, mention, hashtag, emoji, emoticon · `word` letters and numbers of any script but Han ·
 * `han` a run of Han characters · `sign` punctuation and symbols.
 */
export type StretchKind = 'space' | 'markup' | 'whole' | 'word' | 'han' | 'sign';

export interface Stretch {
  readonly kind: StretchKind;
  /** UTF-16 offsets; the parts of a text have no gaps between them and cover all of it. */
  readonly start: number;
  readonly end: number;
}

const raw = String.raw;
const any = (...alternatives: readonly string[]): string => `(?:${alternatives.join('|')})`;

const SPACE = raw`[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]+`;

// Only names of HTML: `<grin>` is something that a person wrote.
const TAGS =
  'a|abbr|article|aside|b|big|blockquote|body|br|button|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|' +
  'footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|ol|option|p|pre|' +
  'q|s|samp|script|section|select|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|textarea|tfoot|th|' +
  'thead|time|title|tr|tt|u|ul|var|video|wbr';
const anyCase = (names: string): string => names.replace(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`);
const ENTITY_NAMES =
  'amp|lt|gt|quot|apos|nbsp|ensp|emsp|thinsp|shy|zwnj|zwj|lsquo|rsquo|sbquo|ldquo|rdquo|bdquo|laquo|raquo|hellip|' +
  'mdash|ndash|bull|middot|copy|reg|trade|euro|pound|yen|cent|deg|times|divide|plusmn|frac12|sect|para|iexcl|iquest';
const MARKUP = any(
  raw`<\/?(?:${anyCase(TAGS)})(?:\s[^<>]{0,2000})?\/?>`,
  raw`<!--(?:(?!<!--)[^]){0,2000}?-->`,
  raw`&(?:${ENTITY_NAMES}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});`,
);

const URL_CHARACTER = raw`[\p{Script=Latin}0-9\-._~:\/?#[\]@!$&'*+,;=%]`;
const IN_PARENTHESES = raw`\(${URL_CHARACTER}*\)`;
const URL_BODY = raw`(?:${URL_CHARACTER}|${IN_PARENTHESES}){0,4000}(?:[\p{Script=Latin}0-9\-_~\/#$&*+=%]|${IN_PARENTHESES})`;
const URL = raw`(?<![A-Za-z0-9])(?:(?:[Hh][Tt]|[Ff])[Tt][Pp][Ss]?:\/\/|[Ww]{3}\.)${URL_BODY}`;
const LABEL = raw`[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?`;
const DOMAIN = raw`(?<![A-Za-z0-9.@\-])(?:${LABEL}\.){1,8}(?:com|org|net|edu|gov|io|cn)(?![A-Za-z0-9])(?:\/${URL_BODY})?`;
const EMAIL = raw`(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]{1,64}@(?:${LABEL}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9])`;

const PICTURE = raw`\p{Extended_Pictographic}(?:[\uFE0E\uFE0F]|\p{Emoji_Modifier})?(?:[\u{E0020}-\u{E007E}]{1,8}\u{E007F})?\u20E3?`;
const EMOJI = any(raw`[0-9#*]\uFE0F?\u20E3`, raw`\p{Regional_Indicator}{2}`, raw`${PICTURE}(?:\u200D${PICTURE}){0,20}`);

const MOUTH = raw`(?:\(+|\[+|\]+|\{+|\}+|\/|\\|\|+|\*+)`;
// An emoticon whose mouth is a letter or digit needs spaces around it (`10:3`, `Title:D`), and so does one whose mouth could
// open a bracket (`10:(3)`).
const EMOTICON = any(
  raw`(?<!\p{N})[<>]?[:;=]['’]?[\-o^]?\)+`,
  raw`(?<!\p{N})[<>]?[:;=](?:['’]?[\-o^]|['’])${MOUTH}(?!\/)`,
  raw`(?<!\p{N})[<>]?[:;=]${MOUTH}(?![\p{L}\p{N}\/])`,
  raw`(?<![\p{L}\p{N}])[<>]?[:;=]['’]?[\-o^]?(?:D+|[pP]+|[oO0]|3+|[xX]|[sS])(?![\p{L}\p{N}])`,
  raw`(?<![\p{L}\p{N}(])[(\[][\-o]?[:;=](?![\-()\[\]\p{L}\p{N}])`,
  raw`(?<![\p{L}\p{N}])8-\)+`,
  raw`(?:<|&lt;)\/?3+(?!\p{N})`,
  raw`\^[_\-.]{0,3}\^`,
  raw`(?<![\p{L}\p{N}\-])-[_.]{1,3}-(?!\p{N})`,
  raw`>[_.]{1,3}<`,
  raw`=[_.]{1,3}=`,
  raw`¯\\_\(ツ\)_\/¯`,
);

const HAN = raw`\p{Script=Han}`;
const KANA = raw`[\p{Script=Hiragana}\p{Script=Katakana}\u30FC\uFF70]`;
const NOT_CJK = raw`(?!${HAN}|${KANA})`;
const LETTER = raw`(?:${NOT_CJK}[\p{L}\p{M}])`;
const LETTER_OR_DIGIT = raw`(?:${NOT_CJK}[\p{L}\p{M}\p{N}])`;

// A mention in Chinese has no agreed end. It counts as a mention if it ends within 10 characters; else the sign is a word of its own.
const NAME = raw`(?=_{0,9}[\p{L}\p{N}])(?:[A-Za-z0-9_]{1,100}|[\p{L}\p{N}_]{1,10}(?![\p{L}\p{N}_]))`;
const MENTION = raw`(?<![A-Za-z0-9_])[@＠]${NAME}`;
const HASHTAG = any(
  raw`(?<![A-Za-z0-9_&#])#(?=[^#\s]{0,31}${HAN})[^#\s<>]{1,32}#`,
  raw`(?<![A-Za-z0-9_&])[#＃](?=_{0,9}[\p{L}\p{N}])(?:(?:${LETTER_OR_DIGIT}|_){1,100}|[\p{L}\p{N}_]{1,10}(?![\p{L}\p{N}_]))`,
);

/** An apostrophe, as a sign or as one of the HTML entities that web corpora contain. */
const APOSTROPHE = raw`(?:['’＇]|&#0?39;|&#[xX]27;|&apos;|&rsquo;|&#8217;)`;
// Bounded, because a regular expression that remembers millions of steps for backtracking overflows the stack.
const RUN = raw`${LETTER_OR_DIGIT}{1,1000}(?:[\u00AD\u200C\u200D_]{1,8}${LETTER_OR_DIGIT}{1,1000}){0,100}`;
const JOINT = any(
  APOSTROPHE,
  raw`[\-\u2010\u2011]`,
  raw`\*{1,8}(?=\p{L})`,
  raw`(?<=\p{Nd})[.:\/](?=\p{Nd})`,
  raw`(?<=\p{Nd}),(?=\p{Nd}{3}(?!\p{Nd}))`,
  raw`(?<=\p{Lu})&(?:amp;)?(?=\p{Lu})`,
);
const WORD = any(
  raw`(?<![\p{L}\p{N}])${LETTER}(?:\.${LETTER}){1,20}(?![\p{L}\p{M}\p{N}_])\.?`,
  raw`(?<![\p{L}\p{N}])['’](?:[Tt]is|[Tt]was|[Ee]m|[Cc]ause|[Tt]il|[Bb]out)(?!['’]|[\p{L}\p{N}])`,
  raw`(?:(?<![\p{L}\p{N}\p{P}])[+\-−](?=\p{Sc}?\.?\p{Nd}))?(?:\p{Sc}(?=\.?\p{Nd}))?(?:(?<![\p{L}\p{N}.])\.(?=\p{Nd}))?` +
    raw`${RUN}(?:${JOINT}${RUN}){0,100}(?:(?<=\p{Nd})[%‰％\p{Sc}]|\+{1,3}(?![\p{L}\p{N}+]))?`,
  raw`${KANA}{1,1000}`,
);

const SIGN = raw`[!?！？‽]+|(?<same>[^])\k<same>*`;

const STRETCH = new RegExp(
  [
    raw`(?<space>${SPACE})`,
    raw`(?<whole>${any(URL, EMAIL, DOMAIN, EMOJI, EMOTICON, MENTION, HASHTAG)})`,
    raw`(?<markup>${MARKUP})`,
    raw`(?<word>${WORD})`,
    raw`(?<han>(?:${HAN}\p{M}{0,100}){1,100000})`,
    SIGN,
  ].join('|'),
  'gu',
);

function kindOf(groups: Record<string, string | undefined>): StretchKind {
  if (groups.space !== undefined) return 'space';
  if (groups.word !== undefined) return 'word';
  if (groups.han !== undefined) return 'han';
  if (groups.whole !== undefined) return 'whole';
  return groups.markup === undefined ? 'sign' : 'markup';
}

/** The parts of a text in order, without gaps. */
export function* stretches(text: string): Generator<Stretch> {
  for (const match of text.matchAll(STRETCH)) {
    yield { kind: kindOf(match.groups ?? {}), start: match.index, end: match.index + match[0].length };
  }
}

const REFERENCE = new RegExp(`^(?:(?<user>${MENTION})|(?<email>${EMAIL})|(?<url>${any(URL, DOMAIN)}))$`, 'u');

/** Whether a word is a URL, an e-mail address or a mention; the vocabulary has one token for each of these kinds. */
export function referenceOf(word: string): 'url' | 'email' | 'user' | undefined {
  const groups = REFERENCE.exec(word)?.groups;
  if (groups === undefined) return undefined;
  if (groups.user !== undefined) return 'user';
  return groups.email === undefined ? 'url' : 'email';
}

const BLANK = new RegExp(`^(?:${SPACE})?$`, 'u');

/** Whether a piece of text has no visible character. */
export function isBlank(piece: string): boolean {
  return BLANK.test(piece);
}
