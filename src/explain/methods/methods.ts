import type { Architecture } from '../../model/architectures/architecture';
import { SaliencyError } from '../../shared/saliency-error';
import { attention } from './attention';
import { attentionTimesNorm } from './attention-x-norm';
import { cellDecomposition } from './cell-decomposition';
import { isMethod, METHOD_NAMES, METHODS, type Method } from '../../shared/methods';
import { gradientTimesInput } from './gradient-x-input';
import { integratedGradients } from './integrated-gradients';
import { learned } from './learned';
import { learnedGradient } from './learned-gradient';
import { learnedOcclusion } from './learned-occlusion';
import { lrp } from './lrp';
import type { AttributionMethod, MethodTraits } from './method';
import { ngramSharesMethod } from './ngram-contributions';
import { occlusion } from './occlusion';
import { phraseShapley } from './phrase-shapley';
import { shap } from './shap';
import { stateDistance } from './state-distance';

/** How each method of the table is computed. */
export const COMPUTED_BY: Readonly<Record<Method, AttributionMethod>> = {
  'state-distance': stateDistance,
  'ngram-shares': ngramSharesMethod,
  'gradient-x-input': gradientTimesInput,
  'integrated-gradients': integratedGradients,
  occlusion,
  lrp,
  'cell-decomposition': cellDecomposition,
  shap,
  attention,
  'attention-x-norm': attentionTimesNorm,
  learned,
  'learned-occlusion': learnedOcclusion,
  'learned-gradient': learnedGradient,
  'phrase-shapley': phraseShapley,
};

/**
 * What decides which methods the models of an architecture offer, known without their weights.
 * @param hasRationaleHead whether the model learnt what people mark, as its card says
 */
export function traitsOf(architecture: Architecture, hasRationaleHead = false): MethodTraits {
  const { reads, attends } = architecture;
  return { reads, attends, hasRationaleHead, anatomy: architecture.anatomy?.(architecture.configure({})) };
}

/**
 * What a model offers, the default first: the one that the card names, else state distance where it is defined, else
 * the gradient.
 */
export function methodsOf(traits: MethodTraits, preferred?: string): Method[] {
  const offered = METHOD_NAMES.filter((name) => COMPUTED_BY[name].offeredFor(traits));
  return offered.sort((a, b) => Number(b === preferred) - Number(a === preferred));
}

/** What is asked of the method. */
export interface MethodQuery {
  readonly method?: string;
  /** The method to use if none is asked for and the model offers it. */
  readonly preferred?: string;
  /** Only methods whose scores have a sign will do. */
  readonly signed?: boolean;
}

/**
 * The method asked for, else the preferred one where the model offers it, else the model's default.
 * @throws SaliencyError `unknown-method`, `method-not-offered` or `method-not-signed`, listing what the model offers
 */
export function chooseMethod(
  { method, preferred, signed = false }: MethodQuery,
  offered: readonly Method[],
  model: string,
): AttributionMethod {
  const fitting = offered.filter((name) => !signed || METHODS[name].signed);
  if (method === undefined) return COMPUTED_BY[fitting.find((name) => name === preferred) ?? fitting[0]];
  const found = fitting.find((name) => name === method);
  if (found) return COMPUTED_BY[found];
  throw refusal(method, offered, fitting, model);
}

function refusal(method: string, offered: readonly Method[], fitting: readonly Method[], model: string): SaliencyError {
  const list = fitting.join(', ');
  const data = { model, method, offered: fitting };
  if (!isMethod(method)) {
    return new SaliencyError(
      `There is no method “${method}”. The model “${model}” offers: ${list}.`,
      'unknown-method',
      data,
    );
  }
  if (offered.includes(method)) {
    const problem = `The method “${method}” cannot tell one label from another. The model “${model}” offers for that: ${list}.`;
    return new SaliencyError(problem, 'method-not-signed', data);
  }
  const problem =
    `The model “${model}” does not offer the method “${method}”, which is for ${COMPUTED_BY[method].definedFor}. ` +
    `It offers: ${list}.`;
  return new SaliencyError(problem, 'method-not-offered', data);
}
