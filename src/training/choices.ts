import { CUTS } from '../text/cut';
import { STANDARDISATIONS } from '../text/normalisation';

/** What a command line may offer. */
export const CHOICES = { cuts: CUTS, standardisations: STANDARDISATIONS } as const;
