import type { FileFormat } from './formats';
import { EXPORT_ENDINGS } from './formats';

/** What some file system does not take, and what would hide the file. */
const REFUSED = /[<>:"/\\|?*\p{Cc}]|^\.+|[. ]+$/gu;

/** Characters; of four bytes each they are 200 of the 255 bytes that a name may have. */
const LONGEST = 50;

/**
 * `film-reviews-L11.svg`: the file that the text stands in, its line, and the chart where it is one of several.
 * @param file name of the explained file, without folders
 * @param line 1-based
 */
export function exportName(file: string, line: number, format: FileFormat, chart?: string): string {
  const base = file
    .replace(/\.[^.]*$/, '')
    .replace(REFUSED, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const parts = [[...(base || 'explanation')].slice(0, LONGEST).join(''), `L${line}`];
  const which = chart?.replace(/\W+/g, '-').replace(/-0$/, '');
  return `${[...parts, ...(which ? [which] : [])].join('-')}.${EXPORT_ENDINGS[format]}`;
}
