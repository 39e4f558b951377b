import * as v from 'valibot';
import { damaged } from './damaged';

/** Reads one file of a model; rejects where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

export async function readBytes(model: string, file: string, read: ReadFile): Promise<Uint8Array> {
  try {
    return await read(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw damaged(model, file, `cannot be read (${reason})`);
  }
}

/** A JSON file of a model, checked by its schema; errors name the file and the field. */
export async function readJson<S extends v.GenericSchema>(
  model: string,
  file: string,
  schema: S,
  read: ReadFile,
): Promise<v.InferOutput<S>> {
  const bytes = await readBytes(model, file, read);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw damaged(model, file, 'is not JSON');
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw damaged(model, file, `is not one of ours: "${v.getDotPath(issue) ?? 'the whole'}": ${issue.message}`);
}
