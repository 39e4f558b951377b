import { resources } from './resources';

/** The WebAssembly module that cuts Chinese. */
export function jieba(): Promise<Uint8Array> {
  return resources().read('dist/jieba_rs_wasm_bg.wasm');
}
