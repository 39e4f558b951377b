import { gunzipSync } from 'fflate/browser';
import type { Language } from '../../shared/languages';
import { everydaySentences, type EverydayRow } from '../rows/everyday';

/** The project's own sentences and phrases, split as they were for training the models that the extension ships. */
export interface GeneralTexts {
  /** Replayed during training with the person's rows. */
  readonly train: readonly EverydayRow[];
  readonly phrases: readonly EverydayRow[];
  /** Measured during training. */
  readonly validation: readonly EverydayRow[];
  /** Measured after training; no shipped model was trained on them. */
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
