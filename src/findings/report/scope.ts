import type { Finding } from '../../shared/findings/figures';
import type { Condition, Filter } from '../../shared/findings/filter';
import { periodStart } from '../figures/periods';
import type { Wording } from '../wording/wording';

export type FindingOf<Kind extends Finding['kind']> = Extract<Finding, { kind: Kind }>;

/** The finding of a kind, if it was made. */
export function ofKind<Kind extends Finding['kind']>(
  findings: readonly Finding[],
  kind: Kind,
): FindingOf<Kind> | undefined {
  return findings.find((one): one is FindingOf<Kind> => one.kind === kind);
}

/** The rows that the report is about: where it changed, or differs, or all. */
export function scopeOf(findings: readonly Finding[], filter: Filter): Filter {
  return (
    ofKind(findings, 'group')?.filter ??
    ofKind(findings, 'trend')?.filter ??
    ofKind(findings, 'difference')?.filter ??
    filter
  );
}

/** The conditions of the scope that the report's own filter does not have, as text: “Grinder G3, since October 2023”. */
export function scopeText(findings: readonly Finding[], wording: Wording): string {
  const [group, trend, difference] = [
    ofKind(findings, 'group') ?? undefined,
    ofKind(findings, 'trend') ?? undefined,
    ofKind(findings, 'difference'),
  ];
  const subject = group ?? difference;
  return [
    ...(subject ? [wording.value(subject.column, subject.value)] : []),
    ...(trend ? [wording.report.since(wording.period(periodStart(trend.change.day, trend.unit), trend.unit))] : []),
  ].join(wording.report.nameSeparator);
}

/** A filter as people read it. */
export const filterText = (filter: Filter, wording: Wording): string =>
  filter.map((condition: Condition) => wording.condition(condition)).join(wording.report.partSeparator);
