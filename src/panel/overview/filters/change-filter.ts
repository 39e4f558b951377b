import type { Condition, Filter } from '../../../shared/findings/filter';

/** What a condition is about: a new condition replaces an old one about the same thing. */
const about = (condition: Condition): string =>
  condition.kind === 'column' ? `column ${condition.column}` : condition.kind;

/** The filter with the condition, which replaces one about the same thing; a condition that lets all rows through is removed. */
export function withCondition(filter: Filter, condition: Condition): Filter {
  const at = filter.findIndex((each) => about(each) === about(condition));
  if (isEmpty(condition)) return filter.filter((_, index) => index !== at);
  return at < 0 ? [...filter, condition] : filter.map((each, index) => (index === at ? condition : each));
}

/** The filter with all conditions of another one; where both have one about the same thing, the other's is taken. */
export const withAll = (filter: Filter, more: Filter): Filter => more.reduce<Filter>(withCondition, filter);

export const withoutCondition = (filter: Filter, condition: Condition): Filter =>
  filter.filter((each) => each !== condition);

/** Whether a filter has exactly this condition. */
export const hasCondition = (filter: Filter, condition: Condition): boolean =>
  filter.some((each) => JSON.stringify(each) === JSON.stringify(condition));

/** The filter with the condition added, or removed if it was there. */
export const toggled = (filter: Filter, condition: Condition): Filter =>
  hasCondition(filter, condition)
    ? filter.filter((each) => JSON.stringify(each) !== JSON.stringify(condition))
    : withCondition(filter, condition);

function isEmpty(condition: Condition): boolean {
  switch (condition.kind) {
    case 'search':
      return condition.text.trim() === '';
    case 'column':
      return condition.values.length === 0 && !condition.except;
    case 'prediction':
    case 'label':
      return condition.labels.length === 0;
    case 'reason':
      return condition.reasons.length === 0;
    case 'confidence':
      return condition.from <= 0 && condition.to >= 1;
    default:
      return false;
  }
}
