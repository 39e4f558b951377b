import { SaliencyError } from '../../shared/saliency-error';

/** One sentence: which model, which file, what is wrong with it, and what to do. */
export function damaged(model: string, file: string, problem: string): SaliencyError {
  const advice = 'Copy the model again from where it came, or remove its folder.';
  return new SaliencyError(`Model "${model}": ${file} ${problem}. ${advice}`, 'damaged-model', {
    model,
    file,
    problem,
  });
}
