import type { Label } from '../../shared/explanation';
import type { Method } from '../../shared/methods';
import type { ModelSummary } from '../../shared/protocol/explainer';
import type { PanelView } from '../../shared/protocol/panel';
import { capitalised } from '../../shared/strings/capitalised';
import { labelIn } from '../../shared/strings/labels';
import type { PageStrings } from '../../shared/strings/explanation-page';

/** What scores are measured against; undefined if the method has no such thing. */
export function baselineName(baseline: string, strings: Pick<PageStrings, 'baselines'>): string | undefined {
  const names: Readonly<Record<string, string>> = strings.baselines;
  if (baseline === 'none') return undefined;
  return Object.hasOwn(names, baseline) ? names[baseline] : baseline;
}

/** A label in the display language; a model's own labels stay as they are. */
export const labelName = (label: Label, strings: Pick<PageStrings, 'labels'>): string => labelIn(strings.labels, label);

export const methodName = (method: Method, strings: Pick<PageStrings, 'methods'>): string =>
  strings.methods[method].title;

/** What people call the model of an explanation; its own name until the list of models is there. */
export const modelOf = ({ model, explanation }: PanelView, strings: PageStrings): string =>
  model ? modelTitle(model, strings) : explanation.model;

/** What people call a model: a packaged one by its language or its network, others by their own names. */
export function modelTitle(
  { name, language, architecture }: Pick<ModelSummary, 'name' | 'language' | 'architecture'>,
  strings: PageStrings,
): string {
  if (name === language) return capitalised(strings.languages[language]);
  const known = name === `${language}-${architecture}` && Object.hasOwn(strings.architectures, architecture);
  return known ? strings.architectures[architecture] : name;
}
