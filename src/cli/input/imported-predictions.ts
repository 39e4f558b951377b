import { importParts } from '../../engine/local/import-parts';
import { LocalExplainer } from '../../engine/local/local-explainer';
import { OWN_MODELS } from '../../engine/own-models';
import type { Prediction } from '../../shared/explanation';
import { resources } from './resources';

/** The name that the model's card must have here: no shipped model has it. */
export const IMPORTED_MODEL = 'imported-model';

/** What a model of these files predicts for some texts; a text that cannot be read has none. */
export async function predictionsOf(
  files: ReadonlyMap<string, Uint8Array>,
  texts: readonly string[],
): Promise<(Prediction | undefined)[]> {
  const shipped = resources();
  const within = `${OWN_MODELS.folder}/${IMPORTED_MODEL}/`;
  const read = (path: string): Promise<Uint8Array> => {
    if (path === OWN_MODELS.list) return Promise.resolve(new TextEncoder().encode(JSON.stringify([IMPORTED_MODEL])));
    const own = path.startsWith(within) ? files.get(path.slice(within.length)) : undefined;
    return own ? Promise.resolve(own) : shipped.read(path);
  };
  const explainer = new LocalExplainer({ read }, importParts);
  try {
    const answers = await explainer.batch({ texts, model: IMPORTED_MODEL, explain: false });
    return answers.map((answer) => ('error' in answer ? undefined : answer));
  } finally {
    await explainer.dispose();
  }
}

/** What fewer bits change. */
export interface QuantizationLoss {
  readonly texts: number;
  /** Share of the texts whose label is another one. */
  readonly changedLabels: number;
  /** The largest change of any probability. */
  readonly largestChange: number;
}

export function lossBetween(
  before: readonly (Prediction | undefined)[],
  after: readonly (Prediction | undefined)[],
): QuantizationLoss {
  let [texts, changed, largest] = [0, 0, 0];
  before.forEach((one, at) => {
    const other = after[at];
    if (!one || !other) return;
    texts++;
    if (one.label !== other.label) changed++;
    for (const [label, probability] of Object.entries(one.probabilities))
      largest = Math.max(largest, Math.abs(probability - other.probabilities[label]));
  });
  return { texts, changedLabels: texts === 0 ? 0 : changed / texts, largestChange: largest };
}
