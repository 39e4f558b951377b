import type { Architecture } from '../model/architectures/architecture';
import type { Method } from '../shared/methods';
import type { Standardisation } from '../shared/text-options';
import type { TrainingRequest } from './training-request';

type ModelOptions = Pick<
  TrainingRequest,
  'name' | 'config' | 'options' | 'card' | 'roundingChanges' | 'storage' | 'checkpointMinutes' | 'startGradientWorkers'
> & { readonly minCount?: number; readonly maxWords?: number; readonly length?: number };

/** The default explanation method of a newly trained model, which depends on what its classification layers read. */
export const defaultMethodOf = ({ reads }: Pick<Architecture, 'reads'>): Method => DEFAULTS[reads];

const DEFAULTS: Readonly<Record<Architecture['reads'], Method>> = {
  'last-states': 'state-distance',
  sequence: 'gradient-x-input',
  windows: 'gradient-x-input',
  ngrams: 'ngram-shares',
};

/** The options of `trainModel` that every kind of training has; what a request leaves out is as published for the architecture. */
export function modelDefaults(request: ModelOptions, architecture: Architecture, standardisation: Standardisation) {
  const { name, config, options, card, roundingChanges, storage, checkpointMinutes, startGradientWorkers } = request;
  const { published } = architecture;
  return {
    ...{ name, architecture, config, standardisation, options, card, roundingChanges, storage, checkpointMinutes },
    startGradientWorkers,
    vocabulary: {
      minCount: request.minCount ?? published.minCount,
      maxWords: request.maxWords ?? published.maxWords,
    },
    length: request.length ?? published.length,
    defaultMethod: defaultMethodOf(architecture),
  };
}
