import type { ComparedSentiments } from '../../shared/findings/figures';
import { isCertain } from '../figures/statistics';
import { limitsOf } from './limits';
import { reportFigures, type ReportFigures, type ReportOptions } from './report-figures';
import { filterText, scopeText } from './scope';
import { originLine, reportSentences, titleOf } from './sentences';

/** The summary of a report to paste: title, sentences, tables and limits. Nothing of a text can become markup. */
export function reportMarkdown(options: ReportOptions, figures: ReportFigures = reportFigures(options)): string {
  const { wording, filter, data, version } = options;
  const words = wording.report;
  const only =
    filter.length === 0
      ? []
      : [plain(words.only(filterText(filter, wording), figures.rows.length, data.store.rows)), ''];
  const { column, aspects, findings } = figures;
  const where = column
    ? [
        `## ${words.where}`,
        '',
        ...table(
          column.groups.map((group) => ({ ...group, name: wording.value(column.column, group.value) })),
          words.change,
          options,
        ),
        '',
      ]
    : [];
  const about =
    aspects.length > 0
      ? [
          `## ${words.what}`,
          '',
          plain(words.whatNote(scopeText(findings, wording), false)),
          '',
          ...table(
            aspects.map((aspect) => ({ ...aspect, name: aspect.aspect })),
            words.difference,
            options,
          ),
          '',
        ]
      : [];
  return [
    `# ${plain(titleOf(figures, options))}`,
    '',
    ...only,
    plain(originLine(figures, options)),
    '',
    ...reportSentences(figures, options).map((sentence, at) => `${at + 1}. ${plain(sentence)}`),
    '',
    ...where,
    ...about,
    `## ${words.limits}`,
    '',
    ...limitsOf(figures, options).map((limit) => `- ${plain(limit)}`),
    '',
    plain(words.made(version)),
    '',
  ].join('\n');
}

function table(
  rows: readonly (ComparedSentiments & { readonly name: string })[],
  change: string,
  { wording }: ReportOptions,
): string[] {
  const words = wording.report;
  const hasChange = rows.some((row) => row.change !== undefined);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = ['', words.textsHead, words.negative, words.positive, ...(hasChange ? [change, words.interval] : [])];
  return [
    line(head),
    line(head.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...rows.map(({ name, rows: its, negative, positive, change: moved }) =>
      line([
        plain(name).replaceAll('|', '\\|'),
        wording.count(its),
        wording.percent(negative.value),
        wording.percent(positive.value),
        ...(moved
          ? [
              isCertain(moved) ? `**${wording.points(moved.value)}**` : wording.points(moved.value),
              wording.pointRange(moved),
            ]
          : hasChange
            ? ['', '']
            : []),
      ]),
    ),
  ];
}

/** Text on one line in which nothing is markup. */
const plain = (text: string): string =>
  text
    .replace(/[^\S\u00a0]+/g, ' ')
    .replace(/[\\`*_[\]<>#~]/g, (sign) => `\\${sign}`)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
