import type { Architecture } from '../model/network';
import { SaliencyError } from '../text/saliency-error';
import { attention } from './attention';
import { METHODS, type Method } from './explanation';
import { gradientTimesInput } from './gradient-x-input';
import type { AttributionMethod } from './method';
import { stateDistance } from './state-distance';

const ALL: Readonly<Record<Method, AttributionMethod>> = {
  'state-distance': stateDistance,
  'gradient-x-input': gradientTimesInput,
  attention,
};

/**
 * What models of an architecture offer, the default first: the one that the card names, else state distance where it
 * is defined, else the gradient.
 */
export function methodsOf(architecture: Pick<Architecture, 'reads' | 'attends'>, preferred?: string): Method[] {
  const offered = Object.values(ALL)
    .filter((method) => method.offeredFor(architecture))
    .map(({ name }) => name);
  return offered.sort((a, b) => Number(b === preferred) - Number(a === preferred));
}

/**
 * The method asked for, else the preferred one where the model offers it, else the model's default.
 * @throws SaliencyError `unknown-method` or `method-not-offered`, listing what the model offers
 */
export function chooseMethod(
  { method, preferred }: { readonly method?: string; readonly preferred?: string },
  offered: readonly Method[],
  model: string,
): AttributionMethod {
  if (method === undefined) return ALL[offered.find((name) => name === preferred) ?? offered[0]];
  const found = offered.find((name) => name === method);
  if (found) return ALL[found];
  const list = offered.join(', ');
  if (METHODS.some((name) => name === method)) {
    const problem = `The model “${model}” does not offer the method “${method}”. It offers: ${list}.`;
    throw new SaliencyError(problem, 'method-not-offered', { model, method, offered });
  }
  const problem = `There is no method “${method}”. The model “${model}” offers: ${list}.`;
  throw new SaliencyError(problem, 'unknown-method', { model, method, offered });
}
