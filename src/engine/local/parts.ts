import type { findCounterfactuals } from '../../explain/counterfactuals/counterfactuals';
import { onceDone } from '../../shared/once';
import type { Files } from '../../shared/protocol/explainer';
import { throwDamagedInstallation, type LoadNetworkPart } from './backend';

/** Finds what would change a prediction. In the workers it is a bundle of its own: see `NetworkPart`. */
export type FindCounterfactuals = typeof findCounterfactuals;

/** The parts of the program that an explainer loads when they are first needed: few questions need any of them. */
export interface Parts {
  readonly network: LoadNetworkPart;
  readonly counterfactuals: (files: Files) => Promise<FindCounterfactuals>;
}

/**
 * Loads what finds counterfactuals, once a process or worker; after a failure the next one tries again.
 * @throws SaliencyError `damaged-installation`
 */
export const loadedCounterfactuals = onceDone((files: Files, parts: Parts): Promise<FindCounterfactuals> =>
  parts.counterfactuals(files).catch(throwDamagedInstallation),
);
