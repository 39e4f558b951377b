import type { Condition } from '../../../shared/findings/filter';
import { REASONS, type Reason } from '../../../shared/overview';
import { fill } from '../../wording/format';
import { useOverviewPage, type OverviewPageState } from '../context';
import { chosenIn, Values, type Choice } from './values';

/** Something that rows can be filtered by, with the choices that it offers. */
export interface FilterField {
  readonly id: string;
  readonly name: string;
  /** The condition that the filter has about it now. */
  readonly current: Condition | undefined;
  readonly choices: () => readonly Choice[];
  readonly condition: (values: readonly string[]) => Condition;
}

const STEPS = [0, 0.5, 0.7, 0.9, 0.95, 1] as const;

/** All fields, those by which the file is compared first. */
export function filterFields({ strings, say, overview }: OverviewPageState): FilterField[] {
  const { filter, store } = overview;
  const find = (is: (condition: Condition) => boolean) => filter.find(is);
  const of = (kind: Condition['kind']) => find((each) => each.kind === kind);
  const labels = [...store.orderedLabels()]
    .reverse()
    .map((label): Choice => ({ value: label, name: say.label(label) }));
  const columns = overview.figures.columns.map(({ name }): FilterField => ({
    id: `column ${name}`,
    name: say.Column(name),
    current: find((each) => each.kind === 'column' && each.column === name),
    choices: () => columnChoices(name, overview, say, strings.empty),
    condition: (values) => ({ kind: 'column', column: name, values }),
  }));
  const one = (
    id: Condition['kind'],
    name: string,
    choices: readonly Choice[],
    condition: FilterField['condition'],
  ): FilterField => ({
    id,
    name,
    current: of(id),
    choices: () => choices,
    condition,
  });
  const fields: FilterField[] = [
    ...columns,
    one('prediction', strings.prediction, labels, (values) => ({ kind: 'prediction', labels: values })),
    one(
      'reason',
      strings.reason,
      REASONS.map((reason) => ({ value: reason, name: strings.reasons[reason] })),
      (values) => ({ kind: 'reason', reasons: values as readonly Reason[] }),
    ),
    one(
      'confidence',
      strings.confidence,
      STEPS.slice(0, -1).map((from, i) => ({
        value: String(i),
        name: fill(strings.between, say.percent(from), say.percent(STEPS[i + 1])),
      })),
      (values) => confidenceOf(values.map(Number)),
    ),
  ];
  if (store.given.length > 0) {
    const is = { agrees: strings.agrees, differs: strings.differs, none: strings.noLabel };
    fields.push(
      one('label', strings.label, labels, (values) => ({ kind: 'label', labels: values })),
      one(
        'agreement',
        strings.agreement,
        Object.entries(is).map(([value, name]) => ({ value, name })),
        (values) => ({ kind: 'agreement', is: (values[values.length - 1] ?? 'agrees') as keyof typeof is }),
      ),
    );
  }
  const states = {
    reviewed: strings.reviewed,
    unreviewed: strings.unreviewed,
    corrected: strings.corrected,
    noted: strings.noted,
  };
  fields.push(
    one(
      'review',
      strings.reviewState,
      Object.entries(states).map(([value, name]) => ({ value, name })),
      (values) => ({ kind: 'review', is: (values[values.length - 1] ?? 'reviewed') as keyof typeof states }),
    ),
  );
  return fields;
}

function columnChoices(
  name: string,
  overview: OverviewPageState['overview'],
  say: OverviewPageState['say'],
  empty: string,
): Choice[] {
  const column = overview.store.column(name);
  if (!column) return [];
  const counts = new Uint32Array(column.values.length);
  let none = 0;
  const { values } = column.codes;
  for (let row = 0; row < overview.store.rows; row++) {
    if (values[row] < counts.length) counts[values[row]]++;
    else none++;
  }
  const order = new Intl.Collator(undefined, { numeric: true });
  const isNumeric = column.values.every((value) => value.trim() !== '' && !Number.isNaN(Number(value)));
  const found = column.values
    .map((value, code) => ({ value, name: say.value(name, value), rows: counts[code] }))
    .sort((a, b) => (isNumeric ? order.compare(a.value, b.value) : b.rows - a.rows || order.compare(a.value, b.value)));
  return none > 0 ? [...found, { value: '', name: empty, rows: none }] : found;
}

/** The range that some neighbouring steps cover. */
function confidenceOf(steps: readonly number[]): Condition {
  if (steps.length === 0) return { kind: 'confidence', from: 0, to: 1 };
  return { kind: 'confidence', from: STEPS[Math.min(...steps)], to: STEPS[Math.max(...steps) + 1] };
}

/** The choices of one field. */
export function FieldValues({ field }: { readonly field: FilterField }) {
  const { overview } = useOverviewPage();
  return <Values choices={field.choices()} chosen={chosenOf(field)} onChange={(values) => change(values)} />;
  function change(values: readonly string[]): void {
    const isOne = field.id === 'agreement' || field.id === 'review';
    if (isOne && values.length === 0 && field.current) overview.drop(field.current);
    else overview.add(field.condition(values));
  }
}

function chosenOf({ current, id }: FilterField): readonly string[] {
  if (current?.kind === 'agreement' || current?.kind === 'review') return [current.is];
  if (current?.kind !== 'confidence') return chosenIn(current);
  const { from, to } = current;
  return id === 'confidence'
    ? STEPS.slice(0, -1).flatMap((step, i) => (step >= from && STEPS[i + 1] <= to ? [String(i)] : []))
    : [];
}
