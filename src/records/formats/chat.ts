import type { SourceLine } from '../lines';
import { TOO_LONG, type RawRow } from '../record';
import { LineByLineParser } from './line-by-line';

/** How one program begins a message; groups `time`, `speaker`, and `text` where the message begins on the same line. */
interface ChatStyle {
  readonly name: string;
  readonly begins: RegExp;
}

const STYLES: readonly ChatStyle[] = [
  // [03/05/2024, 10:15:22] Ann: Hello · 03.05.24, 10:15 - Ann: Hello
  {
    name: 'WhatsApp',
    begins:
      /^[\u200e\u200f]?\[?(?<time>\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+(?:(?:à|às|at|um|a las|alle|kl\.?|om)\s+)?(?:[上下]午|午[前後]|오[전후])?\s?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?)\]?\s*(?:[-–]\s+)?(?<speaker>[^:\n]{1,60}?):\s(?<text>.*)$/su,
  },
  // 2024-05-03 10:15:22 小明(12345) or 小明 2024-05-03 10:15:22, and the message on the next lines
  {
    name: 'WeChat or QQ',
    begins: /^(?<time>\d{4}[-/]\d{1,2}[-/]\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?)\s+(?<speaker>[^\s:：].{0,60})$/u,
  },
  {
    name: 'WeChat or QQ',
    begins:
      /^(?<speaker>[^\s:：\d][^:：\n]{0,40}?)[:：]?\s+(?<time>\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?)\s*$/u,
  },
  // 小明  10:15, as WeChat sends a chat by mail, below the day
  {
    name: 'WeChat or QQ',
    begins: /^(?<speaker>[^\s:：\d—][^:：\n]{0,40}?)\s{2}(?<time>\d{1,2}:\d{2}(?::\d{2})?)\s*$/u,
  },
  // [앤] [오전 10:15] 안녕 · 2024년 3월 1일 오전 10:15, 앤 : 안녕
  {
    name: 'KakaoTalk',
    begins: /^\[(?<speaker>[^[\]\n]{1,60})\] \[(?<time>(?:오[전후] ?)?\d{1,2}:\d{2}(?: ?[AP]M)?)\] (?<text>.*)$/su,
  },
  {
    name: 'KakaoTalk',
    begins: /^(?<time>\d{4}년 \d{1,2}월 \d{1,2}일 오[전후] \d{1,2}:\d{2}), (?<speaker>[^:\n]{1,60}?) : (?<text>.*)$/su,
  },
  // [01-Mar-24 10:15 AM] ann#1234 · [10:15 AM] Lee, Ann, and the message on the next lines
  {
    name: 'Discord or Teams',
    begins:
      /^\[(?<time>(?:[\w./-]{6,11},? )?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]\.?M\.?)?)\]\s+(?<speaker>[^:<>\n]{1,60}?)\s*$/iu,
  },
  // Ann, [03.05.2024 10:15], and the message on the next lines
  {
    name: 'Telegram',
    begins:
      /^(?<speaker>[^,\n]{1,60}), \[(?<time>\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?)\]\s*$/iu,
  },
  // 10:15<tab>Ann<tab>Hello, below the day
  {
    name: 'LINE',
    begins:
      /^(?<time>(?:[AP]M|[上下]午|午[前後])?\s?\d{1,2}:\d{2}(?:\s?[AP]M)?)\t(?<speaker>[^\t\n]{1,60})\t(?<text>.*)$/su,
  },
  // [10:15] <ann> hello
  {
    name: 'IRC',
    begins:
      /^\[?(?<time>(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d{2}(?::\d{2})?)\]?\s+<[@+%& ]?(?<speaker>[^<>\s]{1,40})>\s(?<text>.*)$/su,
  },
  // 10:15:22 From Ann to Everyone: Hello
  {
    name: 'Zoom',
    begins:
      /^(?<time>\d{1,2}:\d{2}:\d{2})\s+From\s+(?<speaker>[^:\n]{1,60}?)\s*(?:\s+to\s+[^:\n]{1,60}?)?\s*:\s?(?<text>.*)$/isu,
  },
];

/** Lines of a program, not of a person. */
const SYSTEM =
  /^\u200e?(<[^<>]{2,60}>|(image|video|audio|sticker|media|gif|document|contact card|bild|vidéo|imagen|audio) (omitted|weggelassen|absente?|omitid[oa])|messages and calls are end-to-end encrypted.*|(this message was|you) deleted( this message)?.*|(diese nachricht wurde|du hast diese nachricht) gelöscht.*|se eliminó este mensaje.*|ce message a été supprimé.*|esta mensagem foi apagada.*|(esta )?mensagem apagada.*|questo messaggio è stato eliminato.*|bu mesaj silindi.*|此消息已删除.*|\[(图片|表情|语音|视频|文件|动画表情|位置|链接|圖片|貼圖|照片|影片|語音訊息|photo|sticker|video|voice message|file|写真|スタンプ|動画)\]|‎.*omitted)$/i;
/** What a program says between messages: with a time but no speaker; the day of those below. */
const NOTICE =
  /^[\u200e\u200f]?([—–-]{3,}\s*\d{4}-\d{1,2}-\d{1,2}\s*[—–-]{3,}|\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+(?:(?:à|às|at|um|a las|alle|kl\.?|om)\s+)?(?:[上下]午|午[前後]|오[전후])?\s?\d{1,2}[:.]\d{2}|\[?\d{1,2}:\d{2}(:\d{2})?\]?\s+(\*|-!-|-->|<--)\s|\d{4}[./-]\d{1,2}[./-]\d{1,2}\s?\(\S{1,9}\)\s*$|---+ Day changed|-{5,} .*-{5,}\s*$|\d{4}년 \d{1,2}월 \d{1,2}일 오[전후] \d{1,2}:\d{2}\s*$)/u;
/** Lines that an export may have above its first message. */
const PREAMBLE = 12;
/** A rule across the page, above and below the messages. */
const RULE = /^[=*_]{20,}$/;

/** The style of a chat export by its first lines: at least two messages that begin the same way, most lines in them. */
export function chatStyle(text: string): string | undefined {
  const lines = text
    .split(/\r\n|\n|\r/)
    .slice(0, 200)
    .filter((line) => line.trim() !== '');
  // Where the message is on the next lines, there must be some.
  const begun = (line: string | undefined) => line !== undefined && STYLES.some(({ begins }) => begins.test(line));
  const isOne = ({ begins }: ChatStyle, line: string, next: string | undefined) => {
    const found = begins.exec(line)?.groups;
    return found !== undefined && (found.text !== undefined || (next !== undefined && !begun(next)));
  };
  const scored = STYLES.map((style) => ({ style, count: lines.filter((line, i) => isOne(style, line, lines[i + 1])).length })); // prettier-ignore
  const best = scored.reduce((a, b) => (b.count > a.count ? b : a));
  const first = lines.findIndex((line) => NOTICE.test(line) || STYLES.some(({ begins }) => begins.test(line)));
  const often = best.count >= 2 && best.count >= (lines.length - first) / 6;
  return often && first <= (best.style.name === 'WhatsApp' ? 0 : PREAMBLE) ? best.style.name : undefined;
}

/** Chat exports as text: a row a message, as speaker, time, text. */
export class ChatParser extends LineByLineParser {
  private open?: { readonly speaker: string; readonly time: string; readonly line: number; readonly parts: Part[] };

  protected override next({ number, text, tooLong }: SourceLine): RawRow[] {
    if (tooLong) return [...this.close(), { line: number, error: TOO_LONG }];
    for (const { begins } of STYLES) {
      const found = begins.exec(text)?.groups;
      if (!found) continue;
      const closed = this.close();
      const own = found.text;
      const parts = own === undefined ? [] : [{ number, text: own, column: text.length - own.length + 1 }];
      this.open = { speaker: found.speaker.trim(), time: found.time.trim(), line: number, parts };
      return closed;
    }
    if (NOTICE.test(text) || RULE.test(text)) return this.close();
    if (this.open) this.open.parts.push({ number, text, column: 1 });
    else if (text.trim() !== '') return [];
    return [];
  }

  protected override close(): RawRow[] {
    const message = this.open;
    this.open = undefined;
    if (!message) return [];
    const parts = [...message.parts];
    while (parts.length > 0 && parts[parts.length - 1].text.trim() === '') parts.pop();
    while (parts.length > 0 && parts[0].text.trim() === '') parts.shift();
    const text = parts
      .map((part) => part.text)
      .join('\n')
      .trim();
    if (text === '' || SYSTEM.test(text)) return [];
    const [first, last] = [parts[0], parts[parts.length - 1]];
    const place = {
      line: first.number,
      column: first.column,
      endLine: last.number,
      endColumn: last.column + last.text.trimEnd().length,
    };
    return [
      {
        line: message.line,
        cells: [message.speaker, message.time, text],
        place: (of) => (of === 2 ? place : undefined),
      },
    ];
  }
}

interface Part {
  readonly number: number;
  readonly text: string;
  readonly column: number;
}
