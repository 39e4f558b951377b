import { DEGREES } from '../records/labels/degree';
import { LANGUAGE_CODES } from '../shared/languages';
import type { ModelSummary } from '../shared/protocol/explainer';

/** Labels of the models that may answer: the one asked for, else the default of each language. */
export function labelsOf(models: readonly ModelSummary[], asked: readonly (string | undefined)[]): string[] {
  const usable = models.filter(({ problem }) => problem === undefined);
  const named = usable.filter(({ name }) => asked.includes(name));
  const defaults = LANGUAGE_CODES.flatMap((language) => {
    const ofIt = usable.filter((model) => model.language === language);
    return ofIt.find(({ name }) => name === language) ?? ofIt.slice(0, 1);
  });
  return fromBadToGood([...new Set((named.length > 0 ? named : defaults).flatMap((model) => model.labels))]);
}

/** Labels from bad to good; names that are not known stay in their order, after the others. */
function fromBadToGood(labels: readonly string[]): string[] {
  const order: readonly string[] = DEGREES;
  const rank = (label: string) => (order.indexOf(label) + order.length + 1) % (order.length + 1);
  return [...labels].sort((a, b) => rank(a) - rank(b));
}
