/**
 * What `assembly/index.ts` exports, as JavaScript sees it. Addresses and strides are bytes; see the doc comments there.
 */
export interface Assembly {
  initGates(memory: number): void;
  copyRows(
    from: number,
    fromStride: number,
    to: number,
    toStride: number,
    count: number,
    n: number,
    padded: number,
    factors: number,
    factorStride: number,
  ): void;
  gemm(
    a: number,
    aStride: number,
    M: number,
    K: number,
    B: number,
    panels: number,
    init: number,
    initStride: number,
    out: number,
    outStride: number,
  ): void;
  gemmTransposed(
    x: number,
    xStride: number,
    z: number,
    zStride: number,
    rows: number,
    M: number,
    N: number,
    C: number,
  ): void;
  packGates(kernel: number, rows: number, rowsPadded: number, units: number, out: number): void;
  packGatesTransposed(kernel: number, rows: number, units: number, out: number): void;
  unpackGates(packed: number, rows: number, units: number, kernel: number): void;
  packMatrix(
    from: number,
    rowStride: number,
    columnStride: number,
    rows: number,
    rowsPadded: number,
    columns: number,
    out: number,
  ): void;
  transposeRows(from: number, M: number, K: number, out: number, padded: number): void;
  lstmStep(
    z: number,
    zStride: number,
    h: number,
    c: number,
    stride: number,
    batch: number,
    groups: number,
    active: number,
  ): void;
  lstmStepGradient(
    gates: number,
    dz: number,
    zStride: number,
    cells: number,
    cellsBefore: number,
    dStates: number,
    dCells: number,
    dh: number,
    dc: number,
    pass: number,
    stride: number,
    batch: number,
    groups: number,
    active: number,
  ): void;
  flushRows(a: number, stride: number, count: number, n: number, factors: number, factorStride: number): void;
  sumRows(z: number, stride: number, rows: number, n: number, out: number): void;
  gatherRows(x: number, rows: number, width: number, ids: number, count: number, out: number): void;
  segmentSum(x: number, ids: number, count: number, width: number, segments: number, out: number): void;
  adam(
    p: number,
    m: number,
    v: number,
    g: number,
    n: number,
    rate: number,
    r1: number,
    r2: number,
    epsilon: number,
    scale: number,
    decay: number,
  ): void;
  rnnStep(z: number, zStride: number, h: number, stride: number, batch: number, n: number, active: number): void;
  rnnStepGradient(
    states: number,
    dStates: number,
    dh: number,
    pass: number,
    dz: number,
    stride: number,
    batch: number,
    n: number,
    active: number,
  ): void;
  gruGates(z: number, s: number, line: number, h: number, out: number, stride: number, batch: number, n: number): void;
  gruStep(
    z: number,
    s: number,
    line: number,
    h: number,
    stride: number,
    batch: number,
    n: number,
    active: number,
    after: number,
  ): void;
  gruStepGradient(
    s: number,
    d: number,
    line: number,
    h: number,
    dStates: number,
    dh: number,
    pass: number,
    stride: number,
    batch: number,
    n: number,
    active: number,
    after: number,
  ): void;
  gruResetGradient(
    s: number,
    d: number,
    line: number,
    h: number,
    back: number,
    pass: number,
    out: number,
    stride: number,
    batch: number,
    n: number,
    active: number,
  ): void;
  depthwise(
    x: number,
    time: number,
    channels: number,
    w: number,
    width: number,
    left: number,
    out: number,
    outTime: number,
  ): void;
  depthwiseFilters(
    x: number,
    time: number,
    channels: number,
    dy: number,
    outTime: number,
    width: number,
    left: number,
    dw: number,
  ): void;
  maxPool(
    x: number,
    mask: number,
    time: number,
    channels: number,
    width: number,
    stride: number,
    out: number,
    where: number,
    outTime: number,
  ): void;
  maxPoolGradient(dy: number, where: number, channels: number, outTime: number, dx: number): void;
  sparseProduct(
    ids: number,
    values: number,
    batch: number,
    count: number,
    table: number,
    features: number,
    units: number,
    out: number,
  ): void;
  sparseTableGradient(
    ids: number,
    values: number,
    batch: number,
    count: number,
    dy: number,
    features: number,
    units: number,
    out: number,
  ): void;
  sparseValueGradient(
    ids: number,
    batch: number,
    count: number,
    table: number,
    features: number,
    dy: number,
    units: number,
    out: number,
  ): void;
  tanhAll(x: number, n: number, out: number): void;
  tanhGradient(y: number, dy: number, n: number, out: number): void;
  dotRows(x: number, rows: number, n: number, a: number, out: number): void;
  wideSums(
    count: number,
    rows: number,
    width: number,
    panels: number,
    columns: number,
    starts: number,
    out: number,
  ): void;
  decodeLevels(levels: number, n: number, scale: number, min: number, out: number): void;
  addRows(x: number, ids: number, count: number, width: number, segments: number, out: number): void;
  usedRows(x: number, rows: number, width: number, ids: number): number;
}
