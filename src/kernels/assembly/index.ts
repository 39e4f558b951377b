// All that JavaScript calls. Addresses and strides are bytes in tfjs's own memory.
export { initGates, GATE_CONSTANTS } from './gates';
export { copyRows } from './rows';
export { gemm, gemmTransposed } from './gemm';
export { packGates, packGatesTransposed, unpackGates, packMatrix, transposeRows } from './pack';
export { lstmStep } from './lstm';
export { lstmStepGradient, flushRows, sumRows } from './lstm-gradient';
export { gatherRows, segmentSum } from './embedding';
export { adam } from './adam';
