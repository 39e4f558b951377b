/**
 * As much of the protocol-buffer wire format as an ONNX file needs: a message is a list of fields, each already bytes.
 * Format: https://protobuf.dev/programming-guides/encoding/
 */

/** @param {number} value a non-negative integer below 2^53 */
const varint = (value) => {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 128);
  }
};

/** @param {number} field @param {number} value */
export const integer = (field, value) => Buffer.concat([varint(field * 8), varint(value)]);

/** @param {number} field @param {Uint8Array} value */
export const bytes = (field, value) => Buffer.concat([varint(field * 8 + 2), varint(value.length), value]);

/** @param {number} field @param {string} value */
export const text = (field, value) => bytes(field, Buffer.from(value, 'utf8'));

/** @param {number} field @param {readonly Uint8Array[]} fields */
export const message = (field, fields) => bytes(field, Buffer.concat(fields));
