/** What to say of a module that cannot be compiled. */
export const damagedModule = (name: string): string =>
  `${name} is damaged, or this machine cannot run WebAssembly SIMD: install the extension again.`;
