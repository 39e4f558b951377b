import { rowErrorText } from '../../shared/file-errors';
import type { SourceLine } from '../lines';
import { isScript, ScriptLines } from './script-subtitles';
import { TOO_LONG, type RawRow } from '../record';
import { LineByLineParser } from './line-by-line';

const TIMES =
  /^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*(?:-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}|,\d:\d\d:\d\d\.\d{3}\s*$)/;
/** Blocks of VTT that nobody reads out. */
const NO_CUE = /^(WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP)/;
const VOICE = /^<v(?:\.[\w.]+)?\s+([^>]+)>/;
const SPEAKER = /^(?:-\s*)?([\p{Lu}\p{Script=Han}][\p{L}\p{N} .'’-]{0,30}?)\s*[:：]\s+(?=\S)/u;

/** Subtitles (SRT, VTT, SBV, ASS): a row a cue, with who says it where that stands there. */
export class SubtitleParser extends LineByLineParser {
  private open: SourceLine[] = [];
  private script?: ScriptLines;

  protected override next(line: SourceLine): RawRow[] {
    if (line.tooLong) return [...this.close(), { line: line.number, error: TOO_LONG }];
    if (isScript(line.text)) {
      this.script = new ScriptLines();
      this.open = [];
    }
    if (this.script) return this.script.row(line);
    if (line.text.trim() === '') return this.close();
    this.open.push(line);
    return [];
  }

  protected override close(): RawRow[] {
    const block = this.open;
    this.open = [];
    if (block.length === 0 || NO_CUE.test(block[0].text)) return [];
    const at = block.findIndex(({ text }) => TIMES.test(text));
    if (at < 0) return [{ line: block[0].number, error: rowErrorText('noTime') }];
    const spoken = block.slice(at + 1);
    if (spoken.length === 0) return [];
    const voice = VOICE.exec(spoken[0].text)?.[1].trim();
    const written = spoken.map(({ text }) => text.replace(/<[^<>]{0,100}>|\{\\[^{}]{0,100}\}/g, '').trim()).join('\n');
    const named = voice === undefined ? SPEAKER.exec(written) : null;
    const text = named ? written.slice(named[0].length) : written;
    // The name of the speaker may occur in the text as well, so the text is looked for behind the name.
    const name = named?.[1] ?? '';
    const from = named ? spoken[0].text.indexOf(name) + name.length : (VOICE.exec(spoken[0].text)?.[0].length ?? 0);
    const time = TIMES.exec(block[at].text)![1];
    return [
      {
        line: spoken[0].number,
        cells: [voice ?? named?.[1] ?? '', time, text],
        place: (of) => (of === 2 ? placeOf(spoken, text, from) : undefined),
      },
    ];
  }
}

/** From the first word of the cue to its last. */
function placeOf(lines: readonly SourceLine[], text: string, from: number) {
  const [first, last] = [lines[0], lines[lines.length - 1]];
  const begins = Math.max(from, first.text.indexOf(text.split('\n')[0], from));
  const lastText = text.split('\n').at(-1) ?? '';
  const ends = last.text.lastIndexOf(lastText);
  return {
    line: first.number,
    column: begins + 1,
    endLine: last.number,
    endColumn: (ends < 0 ? last.text.length : ends + lastText.length) + 1,
  };
}
