/**
 * Runs a CommonJS script of ours from its bytes and returns what it exports: in the web host, `require` knows no files,
 * and the editor itself loads extensions this way. The script may require the same modules as this bundle: `vscode`.
 * @param name for stack traces
 */
export function loadScript<T>(script: Uint8Array, name: string): T {
  const module = { exports: {} };
  const source = `${new TextDecoder().decode(script)}\n//# sourceURL=${name}`;
  const run = new Function('module', 'exports', 'require', source) as (...parts: unknown[]) => void;
  run(module, module.exports, require);
  return module.exports as T;
}
