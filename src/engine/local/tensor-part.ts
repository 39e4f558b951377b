import type { Files } from '../../shared/protocol/explainer';

/**
 * Loads what float32 networks run on: tfjs, and our kernels under it. Most texts are read and explained without. Here it
 * is part of the program, so there is nothing to load; the workers' bundles leave it out, and get another version of this
 * function that loads the bundle `tensors.cjs` (`scripts/build/tensor-part.mjs`).
 */
export const loadTensorPart: (files: Files) => Promise<void> = () => Promise.resolve();
