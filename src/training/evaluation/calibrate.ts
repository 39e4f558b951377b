import { bothLogits } from '../../model/probabilities';
import { temperatureOf, type CalibrationSample } from './calibration';
import type { Sample } from '../fit/sample';
import type { Sources } from '../plans/sources';

/**
 * The temperature that calibrates the validation rows. Each row is predicted between the labels of its source; each source
 * has the same weight, whatever its number of rows.
 */
export function calibratedOn(
  logits: readonly (readonly number[])[],
  samples: readonly Sample[],
  { labels, sources }: { readonly labels: readonly string[]; readonly sources?: Sources },
): number {
  const sizes = new Map<number, number>();
  for (const { source = -1 } of samples) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  const rows = samples.map(({ label, source = -1 }, i): CalibrationSample => {
    const own = sources?.list[source]?.labels ?? labels;
    const asked = labels.flatMap((name, k) => (own.includes(name) ? [k] : []));
    const full = bothLogits(logits[i]);
    return { logits: asked.map((k) => full[k]), label: asked.indexOf(label), weight: 1 / (sizes.get(source) ?? 1) };
  });
  return temperatureOf(rows);
}
