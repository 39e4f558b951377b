import * as v from 'valibot';

/** Reads the messages of one side of a page: what does not fit the schema is none of ours, and undefined. */
export function messageReader<T>(schema: v.GenericSchema<unknown, T>): (message: unknown) => T | undefined {
  return (message) => {
    const result = v.safeParse(schema, message);
    return result.success ? result.output : undefined;
  };
}
