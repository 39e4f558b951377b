import { firstLines } from '../lines';
import { dialectOf } from './dialect';
import { isWrapped, unwrappedJson } from './json-wrapper';
import { isScript } from './script-subtitles';

/** One object alone may be the first of many only where more may come. */
export function isNdjson(text: string, whole: boolean): boolean {
  const lines = firstLines(text);
  const objects = lines.filter((line) => /^\s*[{]/.test(line) && isJsonValue(line)).length;
  return (
    lines.length > 0 && /^\s*\{/.test(lines[0]) && (objects >= 2 || (objects === 1 && lines.length === 1 && !whole))
  );
}

/** Objects a line, some of which may be damaged, or lists a line; one list over several lines is a document. */
export function isLinesOfValues(text: string): boolean {
  const lines = firstLines(text);
  if (/^\s*\[\s*(\{|$)/.test(lines[0] ?? '')) return false;
  const values = lines.filter(isJsonValue);
  return values.some((line) => /^\s*\{/.test(line)) || (lines.length > 1 && values.length === lines.length);
}

export function isJson(text: string, whole: boolean): boolean {
  if (isWrapped(text)) return !whole || isJsonValue(unwrappedJson(text));
  const start = text.trimStart().slice(0, 400);
  if (/^\[\s*(\{|\[|"|\]|$)/.test(start)) return true;
  return (
    /^\{\s*("|\}|$)/.test(start) &&
    !isNdjson(text, whole) &&
    (!whole || isJsonValue(text) || /^\{\s*"[^"]{0,200}"\s*:/.test(start))
  );
}

function isJsonValue(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

export function isPage(text: string): boolean {
  return /^\uFEFF?\s*(<!--[^]*?-->\s*)?(<\?xml[^>]*>\s*)?(<!doctype html|<html|<head|<meta|<table)[\s>]/i.test(text.slice(0, 2_000)); // prettier-ignore
}

export function isSubtitles(text: string): boolean {
  return (
    /^(\uFEFF?WEBVTT\b|\s*\d+\s*\r?\n\s*\d\d:\d\d:\d\d[.,]\d{3}\s+-->|\s*\d:\d\d:\d\d\.\d{3},\d:\d\d:\d\d\.\d{3}\s*\n)/.test(
      text,
    ) || isScript(text)
  );
}

/** Excel's “Unicode text” under any name: every line has the same number of tabs. */
export function isTabbed(text: string): boolean {
  const { delimiter } = dialectOf(text, '\t');
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const first = lines[0]?.split('\t').length ?? 1;
  const same = lines.filter((line) => line.split('\t').length === first).length;
  return delimiter === '\t' && first > 1 && lines.length > 1 && same >= 0.6 * lines.length;
}

/** A text without a name is a table only if a name that we know stands in its first line. */
export function isTable(text: string): boolean {
  const lines = firstLines(text, 50, 2 ** 16);
  const known = /^"?(id|text|review|content|comment|label|sentiment|body|sentence|rating|评论|内容|文本|标签)"?$/i;
  const first = /^[^\r\n]*/.exec(text.trimStart())![0];
  // R's `write.table` puts blanks between.
  if (/^"[^"]*"(?: "[^"]*")+\s*$/.test(first) && first.split(' ').some((cell) => known.test(cell))) return true;
  return [',', ';', '|', '^', '~'].some((delimiter) => {
    const cells = first.split(delimiter);
    const wide = lines.filter((line) => line.split(delimiter).length >= cells.length).length;
    return cells.length > 1 && cells.some((cell) => known.test(cell.trim())) && wide >= 0.6 * lines.length;
  });
}
