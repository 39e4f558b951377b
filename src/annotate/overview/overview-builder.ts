import { toneOf } from '../../shared/emphasis';
import { fromBadToGood } from '../labels';
import { agreementOf } from './agreement';
import { DecidingWords } from './deciding-words';
import { meaningOf } from './given-labels';
import { LengthCounter } from './lengths';
import type { DamagedRow, GroupCount, Overview, Reason, ReviewRow, Tone } from '../../shared/overview';
import { emphasisOf, isAnswered, isExplained, reviewRow, topTwo, worthOf } from './review';
import { REASONS } from '../../shared/overview';
import type { AnsweredRow } from './review';
import type { SavedRow } from './saved-rows';
import { Top } from './top';

/** Rows that are listed for each reason, at most; of disagreements also of each pair of labels. */
const LISTED = 100;
const DAMAGED = 50;
/** More different labels are none: ratings in decimals, names of people. */
const MOST_GIVEN = 12;
const MOST_GROUPS = 200;

/** Makes an overview of rows that are handed in one by one; memory does not grow with their number. */
export class OverviewBuilder {
  private rows = 0;
  private errors = 0;
  private explained = 0;
  private measured = 0;
  private readonly tones = new Map<string, Tone>();
  private readonly counts = new Map<string, number>();
  private readonly models = new Set<string>();
  private readonly methods = new Set<string>();
  private readonly groups = new Map<string, Map<string, number>>();
  private readonly given = new Map<string, Map<string, number>>();
  /** What the rows say that their labels mean. */
  private readonly meanings = new Map<string, string>();
  private readonly otherLanguages = new Map<string, number>();
  private readonly words = new DecidingWords();
  private readonly lengths = { words: new LengthCounter(), characters: new LengthCounter() };
  private readonly differing = new Map<string, Top<ReviewRow>>();
  private readonly worth = new Map<Reason, { rows: number; readonly top: Top<ReviewRow> }>();
  private readonly damaged: DamagedRow[] = [];

  add(row: SavedRow): void {
    this.rows++;
    if (isAnswered(row)) return this.addAnswered(row);
    this.errors++;
    const { file, line, error } = row;
    if (this.damaged.length < DAMAGED) this.damaged.push({ row: row.row, file, line, error });
  }

  value(): Overview {
    const labels = fromBadToGood([...this.tones.keys()]);
    const givenLabels = [...this.given.keys()];
    const isLabelled = givenLabels.length > 0 && givenLabels.length <= MOST_GIVEN;
    const meaning = meaningOf(isLabelled ? givenLabels : [], labels, this.meanings);
    const agreement = isLabelled ? agreementOf(labels, this.given, meaning) : undefined;
    const wrong = agreement ? this.wrong(meaning) : { rows: 0, listed: [] };
    const givenRows = agreement?.matrix.map((row) => row.reduce((sum, rows) => sum + rows, 0));
    const unit = this.explained > 0 ? 'words' : 'characters';
    return {
      rows: this.rows,
      errors: this.errors,
      models: [...this.models].sort(),
      methods: [...this.methods].sort(),
      measured: this.measured,
      labels: labels.map((label, i) => ({
        label,
        tone: this.tones.get(label)!,
        rows: this.counts.get(label) ?? 0,
        ...(givenRows && { given: givenRows[i] }),
      })),
      ...(this.hasGroups() && { groups: this.groupCounts(labels) }),
      lengths: this.lengths[unit].value(unit),
      words: this.explained > 0 ? labels.map((label) => this.words.of(label)) : [],
      ...(agreement && { agreement }),
      ...(!agreement && givenLabels.length > 0 && { strangeLabels: givenLabels.slice(0, MOST_GIVEN) }),
      review: merged([wrong.listed, ...REASONS.map((reason) => this.worth.get(reason)?.top.items() ?? [])]),
      reasons: Object.fromEntries(
        REASONS.map((reason) => [reason, reason === 'wrong' ? wrong.rows : (this.worth.get(reason)?.rows ?? 0)]),
      ) as Record<Reason, number>,
      damaged: this.damaged,
      ...(this.otherLanguages.size > 0 && { otherLanguages: Object.fromEntries(this.otherLanguages) }),
    };
  }

  private addAnswered(row: AnsweredRow): void {
    const { label, model, group, text, otherLanguage, givenLabel } = row;
    // No model reads the language: what it says of the text is not compared.
    const given = otherLanguage === undefined ? row.given : undefined;
    if (otherLanguage !== undefined) bump(this.otherLanguages, otherLanguage);
    if (given !== undefined && givenLabel !== undefined && this.meanings.size <= MOST_GIVEN)
      this.meanings.set(given, givenLabel);
    const emphasis = emphasisOf(row);
    for (const name of Object.keys(row.probabilities)) this.tones.set(name, toneOf(row, name));
    bump(this.counts, label);
    this.models.add(model);
    this.lengths.characters.add(text.length);
    if (group !== undefined && this.groups.size <= MOST_GROUPS) bump(inner(this.groups, group), label);
    if (isExplained(row)) {
      this.explained++;
      if (row.faithfulness) this.measured++;
      this.methods.add(row.method);
      this.lengths.words.add(row.words.length);
      this.words.add(row.row, row, emphasis);
    }
    if (given !== undefined && this.given.size <= MOST_GIVEN) {
      bump(inner(this.given, given), label);
      const key = JSON.stringify([given, label]);
      const top = this.differing.get(key) ?? new Top<ReviewRow>(LISTED);
      this.differing.set(key, top);
      top.add(topTwo(row).probability, () => reviewRow(row, ['wrong'], emphasis));
    }
    for (const [reason, value] of Object.entries(worthOf(row)) as [Reason, number][]) {
      const found = this.worth.get(reason) ?? { rows: 0, top: new Top<ReviewRow>(LISTED) };
      this.worth.set(reason, found);
      found.rows++;
      found.top.add(value, () => reviewRow(row, [reason], emphasis));
    }
  }

  /** Rows whose label means another one than the prediction, the surest first. */
  private wrong(meaning: ReadonlyMap<string, string | undefined>): { rows: number; listed: readonly ReviewRow[] } {
    const isWrong = (given: string, label: string) => (meaning.get(given) ?? label) !== label;
    const all = [...this.differing].flatMap(([key, top]) => {
      const [given, label] = JSON.parse(key) as [string, string];
      return isWrong(given, label) ? top.items() : [];
    });
    const listed = all.sort((a, b) => b.probability - a.probability || a.row - b.row).slice(0, LISTED);
    let rows = 0;
    for (const [given, verdicts] of this.given) {
      for (const [label, count] of verdicts) if (isWrong(given, label)) rows += count;
    }
    return { rows, listed };
  }

  private hasGroups(): boolean {
    return this.groups.size > 1 && this.groups.size <= MOST_GROUPS;
  }

  private groupCounts(labels: readonly string[]): GroupCount[] {
    return [...this.groups]
      .map(([group, counts]) => {
        const byLabel = labels.map((label) => counts.get(label) ?? 0);
        return { group, rows: byLabel.reduce((sum, rows) => sum + rows, 0), byLabel };
      })
      .sort((a, b) => b.rows - a.rows || (a.group < b.group ? -1 : 1));
  }
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function inner(counts: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const found = counts.get(key) ?? new Map<string, number>();
  counts.set(key, found);
  return found;
}

/** One after the other; a row that stands in several lists comes once, with all its reasons. */
function merged(lists: readonly (readonly ReviewRow[])[]): ReviewRow[] {
  const rows = new Map<number, ReviewRow>();
  for (const one of lists.flat()) {
    const before = rows.get(one.row);
    const reasons = before ? [...new Set([...before.reasons, ...one.reasons])] : one.reasons;
    rows.set(one.row, { ...(before ?? one), reasons });
  }
  return [...rows.values()];
}
