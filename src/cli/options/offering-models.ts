import type { Language } from '../../shared/languages';
import type { ModelSummary } from '../../shared/protocol/explainer';

/** The models that stand in for defaults that do not offer a method, and a sentence on each. */
export interface SubstituteModels {
  readonly model: Readonly<Partial<Record<Language, string>>>;
  readonly notices: Readonly<Partial<Record<Language, string>>>;
}

/**
 * Of each language whose default model does not offer the method: the first model that does.
 * @param models in the order of the installation
 */
export function modelsOffering(method: string, models: readonly ModelSummary[]): SubstituteModels {
  const model: Partial<Record<Language, string>> = {};
  const notices: Partial<Record<Language, string>> = {};
  const usable = models.filter(({ problem }) => problem === undefined);
  const offers = ({ methods }: ModelSummary) => methods.some((name) => name === method);
  for (const language of new Set(usable.map((each) => each.language))) {
    const ofIt = usable.filter((each) => each.language === language);
    const usual = ofIt.find(({ name }) => name === language) ?? ofIt[0];
    const found = ofIt.find(offers);
    if (offers(usual) || !found) continue;
    model[language] = found.name;
    notices[language] =
      `The default model “${usual.name}” does not offer the method “${method}”: used “${found.name}” instead.`;
  }
  return { model, notices };
}
