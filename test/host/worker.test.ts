import { equal, isTrue, rejection } from './expect';
import { host, saliency } from './saliency';

const text = 'I wanted to like it, but it was a waste of two hours.';

suite('The worker', () => {
  test('is replaced when it has crashed', async () => {
    const { explain, testing } = await saliency();
    const before = await explain({ text });
    await testing.terminateWorker();
    const after = await explain({ text });
    equal({ ...after, milliseconds: 0 }, { ...before, milliseconds: 0 }, 'the explanation afterwards');
  });

  test('gives up at once when asked to', async () => {
    const { explain } = await saliency();
    const controller = new AbortController();
    const asked = explain({ text: `${text} `.repeat(200) }, controller.signal);
    controller.abort();
    await rejection(asked);
    isTrue((await explain({ text })).words.length > 0, 'nothing works after it');
  });

  test('keeps its memory over 1,000 explanations', async () => {
    const { explain, testing } = await saliency();
    // No text twice, so that none comes from a cache; the models are loaded before the first measure.
    const round = async (from: number, to: number) => {
      for (let i = from; i < to; i++) await explain({ text: `${text} It was number ${i} of them.` });
    };
    await round(0, 10);
    const { tensors, wasmBytes } = await testing.status();
    await round(10, 1010);
    const after = await testing.status();
    equal(after.tensors, tensors, 'tensors');
    equal(after.wasmBytes, wasmBytes, 'bytes of WebAssembly memory');
  });

  if (host === 'node') {
    test('leaves none of its listeners on the host’s process', async () => {
      const { explain } = await saliency();
      await explain({ text });
      for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
        const listeners = process.listeners(event as 'uncaughtException').map(String);
        // Emscripten's two listeners throw what they are told, unless it is an ExitStatus.
        const guilty = listeners.filter((source) => /ExitStatus|^\s*(function|\()[^{]*\{?\s*throw/.test(source));
        equal(guilty, [], `listeners of ${event}`);
      }
    });
  }
});
