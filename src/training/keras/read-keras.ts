import { filesIn, type ArchiveFiles } from '../../records/bytes/archive';
import { once } from '../../shared/once';
import { foreignArchive } from './foreign';
import { openHdf5, type StoredNumbers } from './hdf5';
import { byNumber, isObject, stringIn, type KerasFile, type LayerId } from './keras-file';
import { damagedKeras } from './refusal';

/** The groups that contain the layers' weights: in Keras 3, and in Keras 2.12 and 2.13. */
const CONTAINERS = ['layers', '_layer_checkpoint_dependencies'];

/** A `.keras` archive: `config.json`, `metadata.json`, `model.weights.h5`. @throws SaliencyError */
export function readKerasArchive(file: string, bytes: Uint8Array): KerasFile {
  const files = opened(file, bytes);
  const config = files.text('config.json');
  const weights = files.bytes('model.weights.h5');
  if (config === undefined || weights === undefined) {
    if (!files.names.some((name) => name.startsWith('model.weights') || name === 'config.json'))
      throw foreignArchive(file, files.names);
    throw damagedKeras(file, `${config === undefined ? 'config.json' : 'model.weights.h5'} is missing in it`);
  }
  const model = jsonOf(file, 'config.json', config);
  const metadata = files.text('metadata.json');
  const version = metadata === undefined ? undefined : stringIn(jsonOf(file, 'metadata.json', metadata).keras_version);
  // The weights are read only when needed, so that an unsupported layer is reported first. Some versions on Windows
  // wrote backslashes.
  const all = once(() =>
    openHdf5(`${file}/model.weights.h5`, weights)
      .under('')
      .map((one) => ({ ...one, path: one.path.replaceAll('\\', '/') })),
  );
  return {
    file,
    format: `Keras ${version?.split('.')[0] ?? '3'} archive`,
    model,
    training: model.compile_config,
    version: version ?? '3',
    weightsOf: (layer, layers) => weightsOf(all(), layer, layers),
    words: () => words(files),
  };
}

/** Opens an archive. Damage may only show when a file is unpacked, so errors are handled here too. */
function opened(file: string, bytes: Uint8Array): ArchiveFiles {
  const careful = <T>(step: () => T): T => {
    try {
      return step();
    } catch {
      throw damagedKeras(file, 'the archive is damaged');
    }
  };
  const files = careful(() => filesIn(bytes));
  return {
    ...files,
    text: (name) => careful(() => files.text(name)),
    bytes: (name) => careful(() => files.bytes(name)),
  };
}

function jsonOf(file: string, name: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { ...value };
  } catch {
    // The error is raised below.
  }
  throw damagedKeras(file, `${name} in it is no JSON`);
}

/** `BatchNormalization` → `batch_normalization`, as Keras names the folders of layers. */
const snake = (kind: string): string =>
  kind
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** Folders are named by the kind of a layer and numbered by their order: `lstm`, `lstm_1`. */
function folderOf(layer: LayerId, layers: readonly LayerId[]): string {
  const same = layers.filter(({ kind }) => snake(kind) === snake(layer.kind));
  const at = same.findIndex(({ name }) => name === layer.name);
  return at <= 0 ? snake(layer.kind) : `${snake(layer.kind)}_${at}`;
}

function weightsOf(all: readonly StoredNumbers[], layer: LayerId, layers: readonly LayerId[]): StoredNumbers[] {
  for (const container of CONTAINERS) {
    for (const folder of [folderOf(layer, layers), layer.name]) {
      const within = `${container}/${folder}/`;
      const own = all.filter(({ path }) => path.startsWith(within) && !path.includes('seed_generator'));
      if (own.length > 0) return own.sort((a, b) => byNumber(order(a, within), order(b, within)));
    }
  }
  return [];
}

/** Keras lists the forward half first, and a layer's own weights before those of its parts. */
const order = ({ path }: StoredNumbers, within: string): string =>
  path
    .slice(within.length)
    .replace(/^vars\//, '0/vars/')
    .replace('forward_layer', '1')
    .replace('backward_layer', '2');

/** The words of a TextVectorization layer, which Keras stores in a file of their own. */
function words(files: ArchiveFiles): readonly string[] | undefined {
  const name = files.names.find((one) => /^assets\/.*vocabulary\.txt$/.test(one.replaceAll('\\', '/')));
  const text = name === undefined ? undefined : files.text(name);
  return text?.split(/\r?\n/).filter((line, at, lines) => at < lines.length - 1 || line !== '');
}
