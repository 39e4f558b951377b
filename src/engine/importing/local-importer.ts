import { answersOf, type ImportAnswers } from '../../training/keras/answers';
import { filesOfImported, importModel } from '../../training/keras/import-model';
import { inspectKeras, type Inspected } from '../../training/keras/inspect';
import { readModel } from '../../training/keras/read-model';
import type { ImportFile, ImportFacts, Importer, ImporterHost, ImportedModel } from './importer';

/** Reads models in this thread. */
export class LocalImporter implements Importer {
  constructor(private readonly host: ImporterHost) {}

  async inspect(model: ImportFile): Promise<ImportFacts> {
    const { file, output, labels, usualLabels, length, readsPadding, words } = await this.read(model);
    return {
      format: file.format,
      layers: output.nodes.length,
      labels,
      ...(usualLabels && { usualLabels }),
      ...(length !== undefined && { length }),
      readsPadding,
      padding: words?.padding ?? 'pre',
      needsWords: words === undefined,
    };
  }

  async make(model: ImportFile, said: ImportAnswers): Promise<ImportedModel> {
    const inspected = await this.read(model);
    const imported = importModel(inspected, answersOf(inspected, said).answers);
    const files = await filesOfImported(imported);
    return {
      files: [...files].map(([file, bytes]) => ({ file, bytes })),
      language: imported.card.language,
      words: imported.tokens.length,
    };
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }

  private async read({ file, bytes }: ImportFile): Promise<Inspected> {
    return inspectKeras(await readModel(file, bytes, (path) => this.host.readBeside(path)));
  }
}
