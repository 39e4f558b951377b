import { LineSplitter, type SourceLine } from '../lines';
import { TOO_LONG, type RawRow, type RowParser } from '../record';

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
      /^[\u200e\u200f]?\[?(?<time>\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?)\]?\s*(?:[-–]\s+)?(?<speaker>[^:\n]{1,60}?):\s(?<text>.*)$/su,
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
];

/** Lines of a program, not of a person. */
const SYSTEM =
  /^\u200e?(<?(image|video|audio|sticker|media|gif|document|contact card|bild|video) (omitted|weggelassen)>?|<media omitted>|messages and calls are end-to-end encrypted.*|this message was deleted.*|you deleted this message.*|\[(图片|表情|语音|视频|文件|动画表情|位置|链接)\]|‎.*omitted)$/i;
const NOTICE = /^[\u200e\u200f]?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}/;

/** The style of a chat export by its first lines: at least two messages that begin the same way, most lines in them. */
export function chatStyle(text: string): string | undefined {
  const lines = text
    .split(/\r\n|\n|\r/)
    .slice(0, 200)
    .filter((line) => line.trim() !== '');
  const scored = STYLES.map((style) => ({ style, count: lines.filter((line) => style.begins.test(line)).length }));
  const best = scored.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count >= 2 && best.count >= lines.length / 6 && (STYLES.some(({ begins }) => begins.test(lines[0] ?? '')) || NOTICE.test(lines[0] ?? '')) ? best.style.name : undefined; // prettier-ignore
}

/** Chat exports as text: a row a message, as speaker, time, text. */
export class ChatParser implements RowParser {
  private readonly lines = new LineSplitter();
  private open?: { readonly speaker: string; readonly time: string; readonly line: number; readonly parts: Part[] };

  push(text: string): RawRow[] {
    return this.lines.push(text).flatMap((line) => this.next(line));
  }

  end(): RawRow[] {
    return [...this.lines.end().flatMap((line) => this.next(line)), ...this.close()];
  }

  private next({ number, text, tooLong }: SourceLine): RawRow[] {
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
    if (NOTICE.test(text)) return this.close();
    if (this.open) this.open.parts.push({ number, text, column: 1 });
    else if (text.trim() !== '') return [];
    return [];
  }

  private close(): RawRow[] {
    const message = this.open;
    this.open = undefined;
    if (!message) return [];
    const parts = [...message.parts];
    while (parts.length > 0 && parts[parts.length - 1].text.trim() === '') parts.pop();
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
