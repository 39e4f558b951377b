import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { MethodFigures } from '../../engine/evaluation/evaluate-explanations';
import { SaliencyError } from '../../shared/saliency-error';

const schema = v.object({ question: v.string(), figures: v.array(v.looseObject({ method: v.string() })) });

/** A hash of all files of a model except its card, taken from the digests in the card. */
export async function modelDigest(read: (file: string) => Promise<Uint8Array>): Promise<string> {
  const card = JSON.parse(new TextDecoder().decode(await read('card.json'))) as { readonly files?: unknown };
  return createHash('sha256').update(JSON.stringify(card.files)).digest('hex');
}

/** Stores the figures of each method in a file as soon as they are known, so that a killed run can continue. */
export class KeptFigures {
  private constructor(
    private readonly path: string | undefined,
    private readonly question: string,
    private all: readonly MethodFigures[],
  ) {}

  /**
   * @param question everything but the method that the figures depend on
   * @throws SaliencyError if the file has figures of another question
   */
  static async at(path: string | undefined, question: object): Promise<KeptFigures> {
    const asked = JSON.stringify(question);
    const text = path === undefined ? undefined : await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return new KeptFigures(path, asked, []);
    const found = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
    if (found.success && found.output.question === asked)
      return new KeptFigures(path, asked, found.output.figures as unknown as readonly MethodFigures[]);
    throw new SaliencyError(`${path} has figures of another model, other rows or another program. Delete it, or name another file.`, 'usage'); // prettier-ignore
  }

  get figures(): readonly MethodFigures[] {
    return this.all;
  }

  async add(figures: MethodFigures): Promise<void> {
    this.all = [...this.all, figures];
    if (this.path === undefined) return;
    await writeFile(`${this.path}.part`, `${JSON.stringify({ question: this.question, figures: this.all })}\n`);
    await rename(`${this.path}.part`, this.path);
  }
}
