import type { PhraseGroup } from '../../shared/findings/figures';
import type { Wording } from '../wording/wording';
import { excludesZero, differenceOf } from '../figures/statistics';
import { changeIn, findingOfKind } from './scope';
import { timesText } from './share-table';
import type { ReportFigures, ReportOptions } from './report-figures';

/** Fewer texts than this, and the report says that only large differences show. */
const FEW = 400;

/** The finding, as a title. */
export function titleOf({ findings, sentiments }: ReportFigures, { wording }: ReportOptions): string {
  const words = wording.report;
  if (sentiments.rows === 0) return words.nothing;
  const [trend, group, difference] = [
    findingOfKind(findings, 'trend'),
    findingOfKind(findings, 'group'),
    findingOfKind(findings, 'difference'),
  ];
  const { percent } = wording;
  if (group) {
    const { tone, before, after } = group.change;
    const shares = [percent(before.value), percent(after.value)] as const;
    const since = wording.since(group.change, group.unit);
    return words.titleGroup(wording.subject(group.column, group.value), wording.label(tone), ...shares, since);
  }
  if (trend) {
    const { tone, before, after } = trend.change;
    const since = wording.since(trend.change, trend.unit);
    const isMore = after.value > before.value;
    return words.titleTrend(wording.label(tone), isMore, percent(before.value), percent(after.value), since);
  }
  if (difference) {
    const subject = wording.subject(difference.column, difference.value);
    return words.titleDifference(
      subject,
      wording.label(difference.tone),
      percent(difference.share.value),
      percent(difference.rest.value),
    );
  }
  const title = findingOfKind(findings, 'no-trend') ? words.titleCalm : words.titleShares;
  return title(percent(sentiments.positive.value), sentiments.rows);
}

/** The sentences of a report, at most five; the last one tells how certain they are. */
export function reportSentences(figures: ReportFigures, options: ReportOptions): string[] {
  const { findings, sentiments } = figures;
  const { wording } = options;
  if (sentiments.rows === 0) return findings.map((one) => wording.finding(one));
  const { positive, negative, neutral, rows } = sentiments;
  const shares = wording.report.shares(
    rows,
    ...([positive, negative, neutral].map(({ value }) => wording.percent(value)) as [string, string, string]),
  );
  const told = findings.filter(({ kind }) => kind !== 'shares').map((one) => wording.finding(one));
  return [shares, ...told, certainty(figures, options)].slice(0, 5);
}

function certainty(figures: ReportFigures, { wording, data }: ReportOptions): string {
  const { accuracy, checked, unsure, sentiments } = figures;
  const words = wording.report;
  const few = sentiments.rows < FEW ? [words.few(sentiments.rows)] : [];
  const join = (...parts: readonly string[]) => [...parts, ...few].join(words.sentenceSeparator);
  if (accuracy) {
    const { value, of } = accuracy.accuracy;
    const label = data.store.roles.label;
    const name = label === undefined ? words.fileLabels : wording.quote(label);
    const sure = words.sure(name, wording.percent(value, 1), wording.range(accuracy.accuracy), of);
    return join(sure, ...byLabels(figures, wording));
  }
  if (checked) return join(words.checked(wording.percent(checked.value), wording.range(checked), checked.of));
  return join(words.unchecked(wording.percent(unsure.value)));
}

function byLabels({ byLabels: labels, findings }: ReportFigures, wording: ReportOptions['wording']): string[] {
  const change = changeIn(findings)?.change;
  if (!labels || !change) return [];
  const { before, after } = labels;
  const difference = differenceOf(before, after);
  const [was, is] = [wording.percent(before.value), wording.percent(after.value)];
  const name = wording.label(change.tone);
  const isSame = excludesZero(difference) && difference.value < 0 === change.difference.value < 0;
  return [
    isSame
      ? wording.report.sameByLabels(name, difference.value > 0, was, is)
      : wording.report.notByLabels(name, was, is),
  ];
}

/** Source, period, number and day, for the line below the title. */
export function originLine({ time, sentiments }: ReportFigures, { wording, source, day }: ReportOptions): string {
  const period = time ? [wording.span(time.first, time.last)] : [];
  return [source, ...period, wording.report.texts(sentiments.rows), wording.day(day)].join(' · ');
}

/** How many texts a phrase decided, and how much more often than elsewhere: `906 texts; 12 × as frequent as elsewhere`. */
export function phraseText({ rows, times, restRows }: PhraseGroup, { report: words }: Wording): string {
  if (!times) return words.texts(rows);
  const often = restRows === 0 ? words.onlyHere : words.times(timesText(times));
  return [words.texts(rows), often].join(words.clauseSeparator);
}
