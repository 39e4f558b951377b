import type { Sample } from '../fit/sample';
import type { EverydayRow } from '../rows/everyday';
import type { Beginning } from './beginning';
import { exampleEncoder, type LabelledExample } from './encoded';
import { inShortSteps } from './short-steps';
import type { FineTuningPlan } from './fine-tuning-plan';

/** The general texts of a run. */
export interface GeneralExamples {
  /** The texts that are replayed. @see targets */
  readonly pool?: readonly EverydayRow[];
  readonly watched?: readonly EverydayRow[];
  /** The targets of the replayed texts. */
  readonly targets?: readonly (readonly number[] | undefined)[];
}

/** The encoded training and validation texts of a run. */
export interface EncodedExamples {
  /** Indexed like the list of used rows. */
  readonly rows: readonly Sample[];
  readonly pool: readonly Sample[];
  readonly watched: readonly Sample[];
}

export const hasKnownWords = ({ ids }: Sample): boolean => ids.some((id) => id !== 0);

/** Encodes the texts of a run, once for all stages that begin with the same vocabulary. */
export class StageExamples {
  private last?: { readonly beginning: Beginning; readonly read: EncodedExamples };

  constructor(
    private readonly plan: Pick<FineTuningPlan, 'rows' | 'segment'>,
    private readonly general: GeneralExamples,
    private readonly pass: () => Promise<void>,
  ) {}

  async of(beginning: Beginning): Promise<EncodedExamples> {
    if (this.last?.beginning !== beginning) this.last = { beginning, read: await this.read(beginning) };
    return this.last.read;
  }

  private async read(beginning: Beginning): Promise<EncodedExamples> {
    const { plan, pass } = this;
    const { pool = [], watched = [], targets } = this.general;
    const read = exampleEncoder(beginning, plan.segment);
    const samples = (of: readonly LabelledExample[]): Promise<Sample[]> => inShortSteps(of, read, pass);
    return {
      rows: await samples(plan.rows),
      pool: (await samples(pool.map(toExample)))
        .map((one, i) => ({ ...one, target: targets?.[i] }))
        .filter(hasKnownWords),
      watched: (await samples(watched.map(toExample))).filter(hasKnownWords),
    };
  }
}

const toExample = ({ text, label, fields: { spans } }: EverydayRow): LabelledExample => ({ text, label, spans });
