import type { KernelConfig } from '@tensorflow/tfjs-core';
import { absConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Abs';
import { addConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Add';
import { addNConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/AddN';
import { allConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/All';
import { anyConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Any';
import { argMaxConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ArgMax';
import { argMinConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ArgMin';
import { castConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Cast';
import { clipByValueConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ClipByValue';
import { conv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Conv2D';
import { conv2DBackpropInputConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Conv2DBackpropInput';
import { cumsumConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Cumsum';
import { eluConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Elu';
import { equalConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Equal';
import { expConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Exp';
import { expandDimsConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ExpandDims';
import { fillConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Fill';
import { floorConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Floor';
import { floorDivConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FloorDiv';
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D';
import { gatherNdConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/GatherNd';
import { greaterConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Greater';
import { greaterEqualConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/GreaterEqual';
import { leakyReluConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/LeakyRelu';
import { lessConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Less';
import { lessEqualConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/LessEqual';
import { logConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Log';
import { log1pConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Log1p';
import { logicalAndConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/LogicalAnd';
import { logicalNotConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/LogicalNot';
import { logicalOrConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/LogicalOr';
import { maxConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Max';
import { maxPoolConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPool';
import { maximumConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Maximum';
import { meanConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Mean';
import { minConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Min';
import { minimumConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Minimum';
import { modConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Mod';
import { multiplyConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Multiply';
import { negConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Neg';
import { notEqualConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/NotEqual';
import { oneHotConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/OneHot';
import { onesLikeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/OnesLike';
import { packConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Pack';
import { padV2Config } from '@tensorflow/tfjs-backend-wasm/dist/kernels/PadV2';
import { powConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Pow';
import { prodConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Prod';
import { rangeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Range';
import { realDivConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/RealDiv';
import { reciprocalConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Reciprocal';
import { reluConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Relu';
import { reshapeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Reshape';
import { reverseConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Reverse';
import { roundConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Round';
import { rsqrtConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Rsqrt';
import { scatterNdConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ScatterNd';
import { selectConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Select';
import { sigmoidConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sigmoid';
import { signConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sign';
import { softmaxConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Softmax';
import { softplusConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Softplus';
import { sqrtConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sqrt';
import { squareConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Square';
import { squaredDifferenceConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/SquaredDifference';
import { stepConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Step';
import { stridedSliceConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/StridedSlice';
import { subConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sub';
import { sumConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sum';
import { tileConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Tile';
import { topKConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/TopK';
import { transposeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Transpose';
import { zerosLikeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ZerosLike';
import { _fusedMatMulConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/_FusedMatMul';

/**
 * The kernels of the stock wasm backend that networks, explanations and training use: a bundle holds only these.
 * `backend.ts` lists the ones that are ours instead.
 */
export const stockKernels: readonly KernelConfig[] = [
  absConfig,
  addConfig,
  addNConfig,
  allConfig,
  anyConfig,
  argMaxConfig,
  argMinConfig,
  castConfig,
  clipByValueConfig,
  conv2DConfig,
  conv2DBackpropInputConfig,
  cumsumConfig,
  eluConfig,
  equalConfig,
  expConfig,
  expandDimsConfig,
  fillConfig,
  floorConfig,
  floorDivConfig,
  fusedConv2DConfig,
  gatherNdConfig,
  greaterConfig,
  greaterEqualConfig,
  leakyReluConfig,
  lessConfig,
  lessEqualConfig,
  logConfig,
  log1pConfig,
  logicalAndConfig,
  logicalNotConfig,
  logicalOrConfig,
  maxConfig,
  maxPoolConfig,
  maximumConfig,
  meanConfig,
  minConfig,
  minimumConfig,
  modConfig,
  multiplyConfig,
  negConfig,
  notEqualConfig,
  oneHotConfig,
  onesLikeConfig,
  packConfig,
  padV2Config,
  powConfig,
  prodConfig,
  rangeConfig,
  realDivConfig,
  reciprocalConfig,
  reluConfig,
  reshapeConfig,
  reverseConfig,
  roundConfig,
  rsqrtConfig,
  scatterNdConfig,
  selectConfig,
  sigmoidConfig,
  signConfig,
  softmaxConfig,
  softplusConfig,
  sqrtConfig,
  squareConfig,
  squaredDifferenceConfig,
  stepConfig,
  stridedSliceConfig,
  subConfig,
  sumConfig,
  tileConfig,
  topKConfig,
  transposeConfig,
  zerosLikeConfig,
  _fusedMatMulConfig,
];
