import type { CellPlace } from './record';

/** The place of a part of a text that itself begins on a line and column (from 1) of its file. */
export function placeIn(text: string, start: number, end: number, line = 1, column = 1): CellPlace {
  const from = advanced(text, 0, start, line, column);
  const to = advanced(text, start, end, from.line, from.column);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** The place after some more characters; lines end with `\n`, `\r\n` or `\r`, as in editors. */
function advanced(text: string, from: number, to: number, line: number, column: number) {
  let [atLine, lineStart] = [line, from - (column - 1)];
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    if (code === 13 && text.charCodeAt(at + 1) === 10) continue;
    atLine++;
    lineStart = at + 1;
  }
  return { line: atLine, column: to - lineStart + 1 };
}

/** A function that tells the line of an offset; it must be called with rising offsets. */
export function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    ({ line } = advanced(text, at, offset, line, 1));
    at = Math.max(at, offset);
    return line;
  };
}
