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

/** The method of that name. */
export function methodNamed(name: Method): AttributionMethod {
  return ALL[name];
}

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
 * The method asked for, or the model's default.
 * @throws SaliencyError `unknown-method` listing all of them, `method-not-offered` listing those of the model
 */
export function chooseMethod(asked: string | undefined, offered: readonly Method[], model: string): AttributionMethod {
  if (asked === undefined) return ALL[offered[0]];
  const method = offered.find((name) => name === asked);
  if (method) return ALL[method];
  const list = offered.join(', ');
  if (METHODS.some((name) => name === asked)) {
    throw new SaliencyError(
      `The model “${model}” does not offer the method “${asked}”. It offers: ${list}.`,
      'method-not-offered',
    );
  }
  throw new SaliencyError(`There is no method “${asked}”. The model “${model}” offers: ${list}.`, 'unknown-method');
}
