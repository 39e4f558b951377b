import type { Estimate, Finding, TimeChange, TimeUnit } from '../../shared/findings/figures';
import type { Condition } from '../../shared/findings/filter';
import type { ReportWording } from './english-report';

/** How findings read in one language. */
export interface Wording {
  /** BCP 47. */
  readonly tag: string;
  count(value: number): string;
  /** 0.565 → `56.5 %`. */
  percent(share: number, decimals?: number): string;
  /** A difference of shares in points, with its sign and without its unit. */
  points(difference: number, decimals?: number): string;
  /** The 95 % interval of a share in %: `55.6–57.4`. */
  range(estimate: Estimate, decimals?: number): string;
  /** The 95 % interval of a difference in points: `−12.5 to −9.8`. */
  pointRange(estimate: Estimate, decimals?: number): string;
  day(day: number): string;
  /** What a point of time is called: `October 2023`, `12 Nov 2023`, `Q4 2023`. */
  period(day: number, unit: TimeUnit): string;
  /** When something changed: `about October 2023`, where more than one period is as likely. */
  since(change: TimeChange, unit: TimeUnit): string;
  /** The same on an axis; years only where they begin. */
  tick(day: number, unit: TimeUnit, withYear: boolean): string;
  /** From the first day to the last, by months unless it is shorter. */
  span(from: number, to: number): string;
  label(label: string): string;
  method(method: string): string;
  column(name: string): string;
  value(column: string, value: string): string;
  /** The same as the subject of a sentence, where nothing else says of which column it is. */
  subject(column: string, value: string): string;
  /** Why a row could not be annotated. */
  rowError(sentence: string): string;
  quote(text: string): string;
  list(items: readonly string[]): string;
  condition(condition: Condition): string;
  finding(finding: Finding): string;
  readonly report: ReportWording;
}
