// All exported functions. Addresses and strides are bytes in tfjs's memory; the int16 kernels run in a second instance over a
// separate memory (see ../int16/encoder.ts).
export { initGates, GATE_CONSTANTS } from './gates';
export { copyRows } from './rows';
export { gemm, gemmTransposed } from './gemm';
export { packGates, packGatesTransposed, unpackGates, packMatrix, transposeRows } from './pack';
export { lstmStep } from './lstm';
export { lstmStepGradient, flushRows, sumRows } from './lstm-gradient';
export { gatherRows, segmentSum, addRows, usedRows } from './embedding';
export { rnnStep, rnnStepGradient } from './simple-rnn';
export { gruGates, gruStep, gruStepGradient, gruResetGradient } from './gru';
export { depthwise, depthwiseFilters } from './depthwise';
export { maxPool, maxPoolGradient } from './pooling';
export { sparseProduct, sparseTableGradient, sparseValueGradient } from './sparse';
export { tanhAll, tanhGradient, dotRows } from './elementwise';
export { adam } from './adam';
export { decodeLevels } from './decode';
export { int16Lstm } from './int16-lstm';
export { int16Rnn } from './int16-rnn';
export { windowSums, windowLargest, reluAll } from './windows';
export { weightedLevels } from './weighted-levels';
export { levelRows } from './int16-levels';
export { measureColumns, packColumns } from './int16-pack';
export { int16Product, int16Sums } from './int16-product';
export { attentionScores, gatherStates, joinedSums, weightedStates } from './int16-attention';
export { wideSums } from './wide-sums';
