import type { NetworkPart } from '../../model/inference/network-part';
import type { Files } from '../../shared/protocol/explainer';
import type { FindCounterfactuals, Parts } from '../local/parts';

/** The parts from their bundles for web workers. */
export const readParts: Parts = {
  network: async (files) => (await read<{ networkPart: NetworkPart }>(files, 'tensors')).networkPart,
  counterfactuals: async (files) =>
    (await read<{ findCounterfactuals: FindCounterfactuals }>(files, 'counterfactuals')).findCounterfactuals,
};

/** `import()` of a bundle of the installation, where a worker has only bytes: a web worker started from a blob. */
async function read<Exports>(files: Files, name: string): Promise<Exports> {
  const script = new TextDecoder().decode(await files.read(`dist/web/${name}.cjs`));
  const module = { exports: {} };
  const run = new Function('module', 'exports', `${script}\n//# sourceURL=saliency-${name}.js`);
  run(module, module.exports);
  return module.exports as Exports;
}
