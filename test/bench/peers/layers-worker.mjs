// tf.layers on the backend that users of TensorFlow.js have, in a thread of its own: in ours, some of tfjs's own kernels
// are replaced by faster ones (src/kernels/tensors/backend.ts), and tfjs keeps one table of kernels a thread.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { layersModel } from './layers-model.mjs';

const answer = (model, ids) =>
  tf.tidy(() =>
    model
      .predict(tf.tensor2d(ids, [1, ids.length], 'int32'))
      .dataSync()
      .slice(),
  );

const main = async () => {
  setWasmPaths(join(__dirname, '../../../node_modules/@tensorflow/tfjs-backend-wasm/dist/'));
  await tf.setBackend('wasm');
  const model = layersModel(workerData);
  parentPort.on('message', (ids) => parentPort.postMessage(answer(model, ids)));
};

void main();
