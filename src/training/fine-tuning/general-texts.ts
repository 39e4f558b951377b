import { gunzipSync } from 'fflate/browser';
import type { Language } from '../../shared/languages';
import { everydaySentences, type EverydayRow } from '../rows/everyday';

/** The project's own sentences and phrases, on the sides on which the shipped defaults had them. */
export interface GeneralTexts {
  /** Replayed beside a person's rows. */
  readonly train: readonly EverydayRow[];
  readonly phrases: readonly EverydayRow[];
  /** Watched while training. */
  readonly validation: readonly EverydayRow[];
  /** Measured on, and learnt by no model that is shipped. */
  readonly test: readonly EverydayRow[];
}

/**
 * Unpacks what `scripts/build/general-texts.mjs` packed.
 * @throws SaliencyError `bad-row` where the file is damaged
 */
export function generalTexts(packed: Uint8Array, language: Language): GeneralTexts {
  const rows = everydaySentences(new TextDecoder().decode(gunzipSync(packed)), `general-${language}.tsv.gz`);
  const on = (side: string): EverydayRow[] => rows.filter(({ fields }) => fields.category === side);
  return { train: on('train'), phrases: on('phrase'), validation: on('validation'), test: on('test') };
}
