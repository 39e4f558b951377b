import {
  wordGradientsOf,
  type WordGradients,
  type WordGradientsOf,
} from '../../kernels/inference/float32/word-gradients';
import type { EncoderWeights } from '../../kernels/inference/int16/weights';
import { kernelModule } from '../../kernels/inference/kernel-module';

export type { WordGradients, WordGradientsOf };

/** Gradients by the words of a recurrent network, with a packed float32 copy of its weights but the word vectors. */
export const wordGradients = (weights: EncoderWeights): WordGradientsOf => wordGradientsOf(kernelModule(), weights);
