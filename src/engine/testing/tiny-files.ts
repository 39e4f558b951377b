import { testBytes } from '../../model/testing/backend';
import { tinyModel, type TinyModel } from '../../model/testing/tiny-models';
import { jiebaTable } from '../../text/testing';
import type { Files } from '../../shared/protocol/explainer';

/** An installation in memory that tests may damage: path → bytes. */
export class TinyFiles implements Files {
  /** Paths in the order in which they were read. */
  readonly asked: string[] = [];

  constructor(readonly bytes: Map<string, Uint8Array>) {}

  read(path: string): Promise<Uint8Array> {
    this.asked.push(path);
    const found = this.bytes.get(path);
    return found ? Promise.resolve(found) : Promise.reject(new Error(`there is no file ${path}`));
  }
}

/** An installation of these models, with everything that an explainer reads. */
export async function tinyFiles(...models: readonly TinyModel[]): Promise<TinyFiles> {
  const { tfjs, kernels } = await testBytes();
  const bytes = new Map<string, Uint8Array>([
    ['dist/tfjs-backend-wasm-simd.wasm', tfjs],
    ['dist/kernels.wasm', kernels],
    ['dist/jieba.table', await jiebaTable()],
    ['dist/models.json', new TextEncoder().encode(JSON.stringify(models.map(({ name }) => name)))],
  ]);
  for (const model of models) {
    for (const [file, content] of await tinyModel(model)) bytes.set(`models/${model.name}/${file}`, content);
  }
  return new TinyFiles(bytes);
}
