import { latinFit } from './latin-languages';

/** An encoding of the time before Unicode. */
export interface LegacyEncoding {
  /** As `TextDecoder` calls it. */
  readonly name: string;
  /** What chardet calls it, in lower case. */
  readonly alsoCalled: readonly string[];
  /** How much the decoded text looks like people's writing, 0 to 1. */
  looks(text: string, bytes: Uint8Array): number;
}

/**
 * The old encodings that are distinguished. chardet alone cannot decide for files of a few short rows, where GB18030, EUC-KR
 * and Big5 score alike, so each encoding also tells how frequent the decoded characters are.
 */
export const LEGACY: readonly LegacyEncoding[] = [
  { name: 'gb18030', alsoCalled: ['gb18030'], looks: (text, bytes) => pairs(bytes, 0xb0, 0xd7, 0xa1, [0xa1, 0xa3]) * nearlyAll(text, /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u) * (1 - korean(bytes)) * withFrequent(text, HAN) }, // prettier-ignore
  { name: 'big5', alsoCalled: ['big5'], looks: (text, bytes) => pairs(bytes, 0xa4, 0xc6, 0x40, [0xa1, 0xa2]) * nearlyAll(text, /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2010-\u2027\ufe30-\ufe6f]/u) * (0.4 + 0.6 * lowTrails(bytes)) * withFrequent(text, HAN) }, // prettier-ignore
  { name: 'shift_jis', alsoCalled: ['shift_jis'], looks: (text) => nearlyAll(text, /(?![\uff61-\uff9f])[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u3000-\u303f\uff00-\uff5e]/u) * kana(text) }, // prettier-ignore
  { name: 'euc-jp', alsoCalled: ['euc-jp'], looks: (text) => nearlyAll(text, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u3000-\u303f\uff00-\uff5e]/u) * kana(text) }, // prettier-ignore
  { name: 'euc-kr', alsoCalled: ['euc-kr'], looks: (text) => share(text, /\p{Script=Hangul}/u) ** 2 * nearlyAll(text, /[\p{Script=Hangul}\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u) * withFrequent(text, HANGUL) }, // prettier-ignore
  { name: 'windows-1252', alsoCalled: ['windows-1252', 'iso-8859-1', 'iso-8859-9', 'iso-8859-2', 'windows-1254', 'windows-1257'], looks: (text) => latin(text) * (0.3 + 0.7 * latinFit('windows-1252', text)) }, // prettier-ignore
  { name: 'windows-1250', alsoCalled: ['windows-1250', 'iso-8859-2'], looks: (text) => latin(text) * (0.25 + 0.7 * latinFit('windows-1250', text)) }, // prettier-ignore
  { name: 'windows-1254', alsoCalled: ['windows-1254', 'iso-8859-9'], looks: (text) => latin(text) * (0.25 + 0.7 * latinFit('windows-1254', text)) }, // prettier-ignore
  { name: 'windows-1251', alsoCalled: ['windows-1251'], looks: (text) => cyrillic(text) },
  { name: 'koi8-r', alsoCalled: ['koi8-r'], looks: (text) => cyrillic(text) },
];

/** Characters that make up about half of what people write, in both ways of writing Chinese, and of Korean. */
const HAN: ReadonlySet<string> = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文体看服务房间酒店评论内容标签价格质量满意推荐差吃喜欢买快送好用非常' +
    '這個們來為國說時會對於過發後裡經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問應頭體評論內容標籤價格質量滿意推薦喜歡買編號餐房服務人員',
);
const HANGUL: ReadonlySet<string> = new Set(
  '이다는에의가하고을지도은로리기한사아어요를나서자있그라시대들인해정스수일보게만전으니면거안원부네구제너무좋음상과여와습내적오주세용없같것말물생진화번재배송품질감추천별점후평했데더잘못최악불편맛집',
);

/** The share of frequent characters: the higher it is, the likelier the encoding is right. */
function withFrequent(text: string, frequent: ReadonlySet<string>): number {
  let [usual, all] = [0, 0];
  for (const character of text) {
    if (character < '\u2e80') continue;
    all++;
    if (frequent.has(character)) usual++;
  }
  return 0.5 + 0.5 * Math.min(1, (2.5 * usual) / Math.max(1, all));
}

/** The part of the characters outside ASCII that a pattern has. */
function share(text: string, pattern: RegExp): number {
  let [fits, all] = [0, 0];
  for (const character of text) {
    if (character <= '\x7f' || character === '\uFFFD') continue;
    all++;
    if (pattern.test(character)) fits++;
  }
  return fits / Math.max(1, all);
}

const nearlyAll = (text: string, pattern: RegExp): number => share(text, pattern) ** 3;

/** Japanese has kana in every sentence; where there are none the text is Chinese. */
const kana = (text: string): number => Math.min(1, 2.5 * share(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/u));

/** The part of the pairs of bytes whose lead byte is that of a usual character, or of the signs that go with it. */
function pairs(bytes: Uint8Array, low: number, high: number, trail: number, signs: readonly number[]): number {
  let [usual, all] = [0, 0];
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i];
    if (lead < 0x81) continue;
    all++;
    if (((lead >= low && lead <= high) || (lead >= signs[0] && lead <= signs[1])) && bytes[i + 1] >= trail) usual++;
    i++;
  }
  return usual / Math.max(1, all);
}

/** How much like Hangul the pairs are: nearly all of them between B0 and C8, which Chinese is to little more than half. */
function korean(bytes: Uint8Array): number {
  let [hangul, han] = [0, 0];
  for (let i = 0; i + 1 < bytes.length; i++) {
    if (bytes[i] < 0x81) continue;
    if (bytes[i] >= 0xb0 && bytes[i] <= 0xc8) hangul++;
    else if (bytes[i] > 0xc8) han++;
    i++;
  }
  return han === 0 && hangul > 12 ? 1 : 0;
}

/** In Big5 about 40 % of the trail bytes are below A1, in GB2312 none. */
function lowTrails(bytes: Uint8Array): number {
  let [low, all] = [0, 0];
  for (let i = 0; i + 1 < bytes.length; i++) {
    if (bytes[i] < 0x81) continue;
    all++;
    if (bytes[i + 1] < 0xa1) low++;
    i++;
  }
  return Math.min(1, (4 * low) / Math.max(1, all));
}

/** Letters with accents stand among plain letters, curly quotes beside them; two or more high bytes in a row are rare. */
function latin(text: string): number {
  let [fits, all] = [0, 0];
  for (const { 0: run, index } of text.matchAll(/[^\0-\x7f]+/g)) {
    all += run.length;
    const before = text[index - 1] ?? ' ';
    const after = text[index + run.length] ?? ' ';
    const letters =
      /^[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u015e-\u0163]{1,3}$/.test(run) &&
      /[a-z\s'"(,.;-]/i.test(before + after);
    const signs = /^[\u2018-\u201e\u2013\u2014\u2026\u2022\u20ac\u00a0-\u00bf\u2122\u00d7]{1,3}$/.test(run);
    if (letters || signs) fits += run.length;
    else if (/^[\u2018-\u201e\u2013\u2014\u2026\u20ac\u00a0\u00ab\u00bb\u00bf\u00a1\u00c0-\u00ff]{1,4}$/.test(run))
      fits += 0.6 * run.length;
  }
  return fits / Math.max(1, all);
}

/** Letters that make up two thirds of what is written in Russian and its neighbours. */
const CYRILLIC = /[оеаинтсрвл]/giu;

/** Cyrillic words are of one case but for their first letter, that of most is the small one, and some letters are frequent. */
function cyrillic(text: string): number {
  const words = text.match(/[\u0400-\u04ff]+/g) ?? [];
  const good = words.filter((word) => word.length > 1 && /^.?[а-яё]+$|^[А-ЯЁ]+$/.test(word)).join('').length;
  const all = words.join('');
  const frequent = (all.match(CYRILLIC) ?? []).length / Math.max(1, all.length);
  const small = (all.match(/\p{Ll}/gu) ?? []).length / Math.max(1, all.length);
  const usual = Math.min(1, 1.7 * frequent) ** 2 * (0.6 + 0.4 * Math.min(1, 1.4 * small));
  return (good / Math.max(1, all.length)) * usual * nearlyAll(text, /[\u0400-\u04ff«»“”„–—№]/);
}
