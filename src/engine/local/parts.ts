import type { findCounterfactuals } from '../../explain/counterfactuals/counterfactuals';
import type { Files } from '../../shared/protocol/explainer';
import { unusable, type LoadNetworkPart } from './backend';

/** Finds what would change a prediction. In the workers it is a bundle of its own: see `NetworkPart`. */
export type FindCounterfactuals = typeof findCounterfactuals;

/** The parts of the program that an explainer loads when they are first needed: few questions need any of them. */
export interface Parts {
  readonly network: LoadNetworkPart;
  readonly counterfactuals: (files: Files) => Promise<FindCounterfactuals>;
}

let counterfactuals: Promise<FindCounterfactuals> | undefined;

/**
 * Loads what finds counterfactuals, once a process or worker; after a failure the next one tries again.
 * @throws SaliencyError `damaged-installation`
 */
export function loadedCounterfactuals(files: Files, parts: Parts): Promise<FindCounterfactuals> {
  counterfactuals ??= parts.counterfactuals(files).catch((error: unknown) => {
    counterfactuals = undefined;
    throw unusable(error);
  });
  return counterfactuals;
}
