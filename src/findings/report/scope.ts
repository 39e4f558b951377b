import type { Finding } from '../../shared/findings/figures';
import type { Condition, Filter } from '../../shared/findings/filter';
import type { Wording } from '../wording/wording';

export type FindingOf<Kind extends Finding['kind']> = Extract<Finding, { kind: Kind }>;

/** The finding of a kind, if it was made. */
export function findingOfKind<Kind extends Finding['kind']>(
  findings: readonly Finding[],
  kind: Kind,
): FindingOf<Kind> | undefined {
  return findings.find((one): one is FindingOf<Kind> => one.kind === kind);
}

/** The change over time that is reported: that of one group if there is such a finding, else that of all texts. */
export const changeIn = (findings: readonly Finding[]): FindingOf<'group' | 'trend'> | undefined =>
  findingOfKind(findings, 'group') ?? findingOfKind(findings, 'trend');

/** The rows that the report is about: where it changed, or differs, or all. */
export function scopeOf(findings: readonly Finding[], filter: Filter): Filter {
  return (changeIn(findings) ?? findingOfKind(findings, 'difference'))?.filter ?? filter;
}

/** The group of which a change is told: “Grinder G3”; none where it is told of all. */
export function groupName(findings: readonly Finding[], wording: Wording): string[] {
  const group = findingOfKind(findings, 'group');
  return group ? [wording.value(group.column, group.value)] : [];
}

/** The conditions of the scope that the report's own filter does not have, as text: “Grinder G3, since October 2023”. */
export function scopeText(findings: readonly Finding[], wording: Wording): string {
  const subject = findingOfKind(findings, 'group') ?? findingOfKind(findings, 'difference');
  const changed = changeIn(findings);
  return [
    ...(subject ? [wording.value(subject.column, subject.value)] : []),
    ...(changed ? [wording.report.since(wording.period(changed.change.day, changed.unit))] : []),
  ].join(wording.report.nameSeparator);
}

/** A filter as people read it. */
export const filterText = (filter: Filter, wording: Wording): string =>
  filter.map((condition: Condition) => wording.condition(condition)).join(wording.report.partSeparator);
