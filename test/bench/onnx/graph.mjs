import { bytes, integer, message, text } from './protobuf.mjs';

/**
 * ONNX messages by the field numbers of onnx.proto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto), as many
 * as the benchmark's models use. Each function gives the bytes of one field of a GraphProto.
 */
const FLOAT = 1, INT32 = 6, INT64 = 7; // prettier-ignore

const tensor = (name, type, dims, data) =>
  message(5, [
    ...dims.map((size) => integer(1, size)),
    integer(2, type),
    text(8, name),
    bytes(9, Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  ]);

/** A constant of the graph. @param {string} name @param {number[]} dims @param {Float32Array} data */
export const floats = (name, dims, data) => tensor(name, FLOAT, dims, data);

/** @param {string} name @param {number[]} values */
export const integers = (name, values) => tensor(name, INT64, [values.length], BigInt64Array.from(values, BigInt));

const attribute = (name, value) => {
  if (typeof value === 'string') return message(5, [text(1, name), text(4, value), integer(20, 3)]);
  if (typeof value === 'number') return message(5, [text(1, name), integer(3, value), integer(20, 2)]);
  return message(5, [text(1, name), ...value.map((one) => integer(8, one)), integer(20, 7)]);
};

/** @param {string} type @param {string[]} inputs @param {string[]} outputs @param {Record<string, string | number | number[]>} [attributes] */
export const node = (type, inputs, outputs, attributes = {}) =>
  message(1, [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, type),
    ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
  ]);

const value = (field, name, type, dims) => {
  const shape = dims.map((dim) => message(1, [typeof dim === 'string' ? text(2, dim) : integer(1, dim)]));
  return message(field, [text(1, name), message(2, [message(1, [integer(1, type), message(2, shape)])])]);
};

/** @param {string} name @param {(string | number)[]} dims */
export const inputOfIds = (name, dims) => value(11, name, INT32, dims);

/** @param {string} name @param {(string | number)[]} dims */
export const outputOfFloats = (name, dims) => value(12, name, FLOAT, dims);

/** A whole file: operator set 13, IR version 7. @param {readonly Uint8Array[]} fields of the graph */
export const onnxFile = (fields) =>
  Buffer.concat([integer(1, 7), message(8, [integer(2, 13)]), message(7, [text(2, 'bench'), ...fields])]);
