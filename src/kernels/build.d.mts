/** Compiles the kernels, checks that the module has no static data, writes it to `outFile` and returns its bytes. */
export function compileKernels(outFile: string): Promise<Uint8Array>;
/** Whether a WebAssembly module has a data section. */
export function hasDataSegment(bytes: Uint8Array): boolean;
