import { SaliencyError } from '../../shared/saliency-error';
import { DEGREES, isDegree, type Degree } from './degree';
import type { LabelMapping } from './label-meaning';

/**
 * What `--labels 1=negative,2=positive` says; after `=` one of the five degrees, or nothing for no label.
 * @throws SaliencyError `usage` naming the part that says something else
 */
export function parseLabelMapping(said: string): LabelMapping {
  const mapping = new Map<string, Degree | ''>();
  for (const part of said.split(/[,;，]/)) {
    if (part.trim() === '') continue;
    const at = part.lastIndexOf('=');
    const [value, meaning] = [
      part.slice(0, at).trim().toLowerCase(),
      part
        .slice(at + 1)
        .trim()
        .toLowerCase(),
    ];
    if (at < 1 || (meaning !== '' && !isDegree(meaning))) {
      throw new SaliencyError(
        `--labels reads VALUE=LABEL, as in 1=negative,2=positive; “${part.trim()}” does not. Labels are ${DEGREES.join(', ')}, or nothing for rows to leave out.`,
        'usage',
      );
    }
    mapping.set(value, meaning);
  }
  return mapping;
}
