import { LANGUAGES } from '../../shared/languages';
import { isoDay } from '../store/days';
import { escapedDirection } from './escaped-direction';
import { limitsOf } from './limits';
import { languageTag, markedText } from './marked-text';
import { reportFigures, type ReportFigures, type ReportOptions } from './report-figures';
import { changeIn, filterText, groupName, scopeText } from './scope';
import { originLine, phraseText, reportSentences, titleOf } from './sentences';
import { shareTable } from './share-table';
import { REPORT_STYLE } from './style';
import { timeChart } from './time-chart';

/** Characters of an example; a longer text shows the part around its strongest phrase. */
const EXAMPLE = 320;
/** The appendix has at most so many rows, and so many characters of each. */
const APPENDIX = 20_000;
const APPENDIX_TEXT = 1_000;

/**
 * A report as a single HTML file without scripts, which prints on A4: what changed, where, about which aspects, and how
 * certain that is.
 */
export function reportHtml(options: ReportOptions, figures: ReportFigures = reportFigures(options)): string {
  const { wording, filter, data, version, appendix } = options;
  const title = titleOf(figures, options);
  const only =
    filter.length === 0
      ? ''
      : `<p class="m">${escapedDirection(wording.report.only(filterText(filter, wording), figures.rows.length, data.store.rows))}</p>`;
  const sentences = reportSentences(figures, options).map((sentence) => `<li>${escapedDirection(sentence)}</li>`);
  const sections =
    figures.sentiments.rows === 0 ? [] : [when, where, what, examples, legend].map((make) => make(figures, options));
  const limits = limitsOf(figures, options).map((limit) => `<li>${escapedDirection(limit)}</li>`);
  return `<!DOCTYPE html>
<html lang="${wording.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Saliency">
<title>${escapedDirection(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body><main>
<h1>${escapedDirection(title)}</h1>
${only}<p class="m">${escapedDirection(originLine(figures, options))}</p>
<ol>${sentences.join('')}</ol>
${sections.join('\n')}
<h2>${escapedDirection(wording.report.limits)}</h2><ul>${limits.join('')}</ul>
${appendix ? allTexts(figures, options) : ''}
<footer>${escapedDirection(wording.report.made(version))}</footer>
</main></body>
</html>
`;
}

function when({ changed: time, findings }: ReportFigures, { wording }: ReportOptions): string {
  if (!time || time.points.length < 2) return '';
  const words = wording.report;
  const trend = changeIn(findings)?.change;
  const shaded = trend ? [words.shaded(wording.span(trend.day, time.last))] : [];
  const note = [...groupName(findings, wording), words.whenNote(time.unit), ...shaded].join(words.clauseSeparator);
  return `<h2>${escapedDirection(trend ? words.when : words.whenNoChange)}</h2><p class="sub">${escapedDirection(note)}</p>${timeChart(time, wording)}`;
}

function where({ column, findings, time, tone }: ReportFigures, { wording }: ReportOptions): string {
  if (!column || column.groups.length === 0) return '';
  const words = wording.report;
  const trend = changeIn(findings)?.change;
  const note = trend && time ? words.whereNote(wording.span(trend.day, time.last)) : words.whereAll;
  const rows = column.groups.map((group) => ({ ...group, name: wording.value(column.column, group.value) }));
  const other = column.other ? [{ ...column.other, name: words.other(column.other.values) }] : [];
  const by = [words.whereBy(wording.column(column.column)), note].join(words.clauseSeparator);
  return `<h2>${escapedDirection(words.where)}</h2><p class="sub">${escapedDirection(by)}</p>${shareTable([...rows, ...other], wording, tone, words.change)}`;
}

function what({ aspects, isCompared, decided, findings, tone }: ReportFigures, { wording }: ReportOptions): string {
  if (aspects.length === 0 && decided.groups.length === 0) return '';
  const words = wording.report;
  const rows = aspects.map((aspect) => ({
    ...aspect,
    name: aspect.aspect,
    language: LANGUAGES[aspect.language].tag,
  }));
  const table =
    rows.length === 0
      ? ''
      : `<p class="sub">${escapedDirection(words.whatNote(scopeText(findings, wording), isCompared))}</p>${shareTable(rows, wording, tone, words.difference)}`;
  const items = decided.groups.map((group) => {
    const { text, members } = group;
    const more = members
      .filter((member) => member.text !== text)
      .slice(0, 3)
      .map((member) => member.text);
    const like =
      more.length > 0 ? ` <span class="m">· ${escapedDirection(more.map(wording.quote).join(' '))}</span>` : '';
    return `<li><span class="cell b">${escapedDirection(text)}</span> <span class="m">${escapedDirection(phraseText(group, wording))}</span>${like}</li>`;
  });
  const phrases =
    items.length === 0
      ? ''
      : `<h3>${escapedDirection(words.decided(wording.label(decided.tone)))}</h3><ul>${items.join('')}</ul>`;
  return `<h2>${escapedDirection(words.what)}</h2>${table}${phrases}`;
}

function examples({ examples: drawn, findings }: ReportFigures, { data, wording }: ReportOptions): string {
  const words = wording.report;
  const { store } = data;
  if (drawn.rows.length === 0) return '';
  const label = drawn.tone === undefined ? '' : wording.label(drawn.tone);
  const note =
    drawn.rows.length === drawn.of
      ? words.examplesAll
      : words.examplesNote(drawn.of, label, scopeText(findings, wording));
  const items = drawn.rows.map((row, at) => {
    const day = store.day(row);
    const tone = { positive: 'pos', negative: 'neg', neutral: 'neu' }[store.toneOf(store.predictions.values[row])];
    const prediction = wording.label(store.labels[store.predictions.values[row]]);
    const date = day === undefined ? '' : `<span class="m">${escapedDirection(wording.day(day))}</span> `;
    return `<div class="ex"><span class="m">${at + 1}</span><span class="t"${languageTag(store, row)}>${markedText(store, row, EXAMPLE)}</span><span class="r">${date}<b class="${tone}">${escapedDirection(prediction)}</b> ${escapedDirection(wording.percent(store.confidences.values[row] / 10_000))}</span></div>`;
  });
  return `<h2>${escapedDirection(words.examples(drawn.rows.length))}</h2><p class="sub">${escapedDirection(note)}</p>${items.join('')}`;
}

function legend(_: ReportFigures, { data, wording }: ReportOptions): string {
  if (data.store.phraseKeys.length === 0) return '';
  const words = wording.report;
  const phrase = escapedDirection(words.phrase);
  return `<h2>${escapedDirection(words.legend)}</h2><p><span class="w p s3">${phrase}</span> ${escapedDirection(words.supports)} &emsp;<span class="w n s3 ag">${phrase}</span> ${escapedDirection(words.contradicts)}</p><p>${escapedDirection(words.colours)}</p>`;
}

function allTexts({ rows }: ReportFigures, { data, wording }: ReportOptions): string {
  const words = wording.report;
  const { store } = data;
  const shown = rows.subarray(0, APPENDIX);
  const part = shown.length < rows.length ? ` (${words.appendixPart(shown.length, rows.length)})` : '';
  const lines: string[] = [];
  for (const row of shown) {
    const day = store.day(row);
    const label = store.labels[store.predictions.values[row]];
    const prediction =
      label === undefined
        ? words.error
        : `${wording.label(label)} ${wording.percent(store.confidences.values[row] / 10_000)}`;
    const text =
      label === undefined ? escapedDirection(wording.rowError(store.text(row))) : markedText(store, row, APPENDIX_TEXT);
    lines.push(
      `<tr><td class="num m">${wording.count(store.numbers.values[row])}<td class="m nw">${day === undefined ? '' : isoDay(day)}<td><span class="cell"${languageTag(store, row)}>${text}</span><td class="num">${escapedDirection(prediction)}`,
    );
  }
  const head = `<thead><tr><th class="num">${escapedDirection(words.row)}<th>${escapedDirection(words.date)}<th>${escapedDirection(words.text)}<th class="num">${escapedDirection(words.prediction)}</tr></thead>`;
  return `<details><summary>${escapedDirection(words.appendix + part)}</summary><table>${head}${lines.join('\n')}</table></details>`;
}
