import { excludesZero } from '../figures/statistics';
import { limitsOf } from './limits';
import { reportFigures, type ReportFigures, type ReportOptions } from './report-figures';
import { groupName, filterText, scopeText } from './scope';
import { originLine, phraseText, reportSentences, titleOf } from './sentences';
import { changeOfTone, oftenText, type ShareRow } from './share-table';
import type { Wording } from '../wording/wording';

/** More points of time than this are for a chart. */
const MOST_POINTS = 24;

/** The summary of a report to paste: title, sentences, tables and limits. Nothing of a text can become markup. */
export function reportMarkdown(options: ReportOptions, figures: ReportFigures = reportFigures(options)): string {
  const { wording, filter, data, version } = options;
  const words = wording.report;
  const only =
    filter.length === 0
      ? []
      : [plain(words.only(filterText(filter, wording), figures.rows.length, data.store.rows)), ''];
  return [
    `# ${plain(titleOf(figures, options))}`,
    '',
    ...only,
    plain(originLine(figures, options)),
    '',
    ...reportSentences(figures, options).map((sentence, at) => `${at + 1}. ${plain(sentence)}`),
    '',
    ...when(figures, options),
    ...where(figures, options),
    ...about(figures, options),
    `## ${words.limits}`,
    '',
    ...limitsOf(figures, options).map((limit) => `- ${plain(limit)}`),
    '',
    plain(words.made(version)),
    '',
  ].join('\n');
}

function when({ changed: time, findings }: ReportFigures, { wording }: ReportOptions): string[] {
  if (!time || time.points.length < 2 || time.points.length > MOST_POINTS) return [];
  const words = wording.report;
  const since = time.change?.certain ? time.change.day : undefined;
  return [
    `## ${since === undefined ? words.whenNoChange : words.when}`,
    '',
    ...groupName(findings, wording).flatMap((name) => [plain(name), '']),
    ...lines(
      ['', words.textsHead, words.negative, words.interval, words.positive, words.interval],
      time.points.map(({ from, rows, negative, positive }) => {
        const name = plain(wording.period(from, time.unit));
        if (rows === 0) return [name, '0', '', '', '', ''];
        const shares = [negative, positive].flatMap((one) => [wording.percent(one.value), wording.range(one, 0)]);
        return [from === since ? `**${name}**` : name, wording.count(rows), ...shares];
      }),
    ),
    '',
  ];
}

function where({ column, tone }: ReportFigures, { wording }: ReportOptions): string[] {
  if (!column) return [];
  const words = wording.report;
  const rows = column.groups.map((group) => ({ ...group, name: wording.value(column.column, group.value) }));
  return [`## ${words.where}`, '', ...table(rows, tone, words.change, wording), ''];
}

function about({ aspects, decided, findings, tone }: ReportFigures, { wording }: ReportOptions): string[] {
  if (aspects.length === 0 && decided.groups.length === 0) return [];
  const words = wording.report;
  const rows = aspects.map((aspect) => ({ ...aspect, name: aspect.aspect }));
  const phrases = decided.groups.map(
    (group) => `- ${plain(`${wording.quote(group.text)}: ${phraseText(group, wording)}`)}`,
  );
  const note = plain(words.whatNote(scopeText(findings, wording), false));
  return [
    `## ${words.what}`,
    '',
    ...(rows.length > 0 ? [note, '', ...table(rows, tone, words.difference, wording), ''] : []),
    ...(phrases.length > 0 ? [`${plain(words.decided(wording.label(decided.tone)))}${words.colon}`, '', ...phrases, ''] : []),
  ]; // prettier-ignore
}

function table(
  rows: readonly ShareRow[],
  tone: 'negative' | 'positive',
  change: (label: string) => string,
  wording: Wording,
): string[] {
  const words = wording.report;
  const hasChange = rows.some((row) => changeOfTone(row, tone) !== undefined);
  const hasTimes = rows.some((row) => row.times !== undefined);
  const head = ['', words.textsHead, ...(hasTimes ? [words.often] : []), words.negative, words.positive];
  return lines(
    [...head, ...(hasChange ? [change(wording.label(tone)), words.interval] : [])],
    rows.map((row) => {
      const moved = changeOfTone(row, tone);
      const points =
        moved && (excludesZero(moved) ? `**${wording.points(moved.value)}**` : wording.points(moved.value));
      return [
        plain(row.name),
        wording.count(row.rows),
        ...(hasTimes ? [oftenText(row, wording)] : []),
        wording.percent(row.negative.value),
        wording.percent(row.positive.value),
        ...(hasChange ? [points ?? '', moved ? wording.pointRange(moved) : ''] : []),
      ];
    }),
  );
}

/** A table: its first column is text, all others are figures. */
function lines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)];
}

/** Text on one line in which nothing is markup. */
const plain = (text: string): string =>
  text
    .replace(/[^\S\u00a0]+/g, ' ')
    .replace(/[\\`*_[\]<>#~]/g, (sign) => `\\${sign}`)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
