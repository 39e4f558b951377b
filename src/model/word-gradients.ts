import { wordGradientsOf, type WordGradients, type WordGradientsOf } from '../kernels/float32/word-gradients';
import type { EncoderWeights } from '../kernels/int16/weights';
import { kernelModule } from '../kernels/kernel-module';

export type { WordGradients, WordGradientsOf };

/** Gradients by the words of a recurrent network, with a packed float32 copy of its weights but the word vectors. */
export const wordGradients = (weights: EncoderWeights): WordGradientsOf => wordGradientsOf(kernelModule(), weights);
