/** What the int16 part of `assembly/` exports; see there for shapes. Addresses and strides are in bytes. */
export interface Int16Exports {
  int16Lstm(
    steps: number,
    units: number,
    rows: number,
    rowStride: number,
    offset: number,
    weights: number,
    scales: number,
    previous: number,
    states: number,
    stride: number,
    before: number,
    cells: number,
    cellStride: number,
    sums: number,
    constants: number,
  ): void;
  int16Rnn(
    steps: number,
    units: number,
    rows: number,
    rowStride: number,
    offset: number,
    weights: number,
    scales: number,
    previous: number,
    states: number,
    stride: number,
    sums: number,
    constants: number,
  ): void;
  windowSums(
    from: number,
    to: number,
    words: number,
    rows: number,
    offset: number,
    width: number,
    left: number,
    columns: number,
    bias: number,
    out: number,
  ): void;
  windowLargest(
    from: number,
    to: number,
    words: number,
    rows: number,
    offset: number,
    width: number,
    columns: number,
    bias: number,
    out: number,
  ): void;
  reluAll(x: number, n: number): void;
  weightedLevels(
    count: number,
    rows: number,
    values: number,
    size: number,
    zero: number,
    scale: number,
    out: number,
  ): void;
  measureColumns(matrix: number, rows: number, columns: number, out: number): void;
  packColumns(
    matrix: number,
    rows: number,
    columns: number,
    places: number,
    from: number,
    inverses: number,
    count: number,
    height: number,
    out: number,
  ): void;
  levelRows(count: number, rows: number, size: number, zero: number, out: number): void;
  int16Product(
    count: number,
    rows: number,
    rowScales: number,
    inputs: number,
    weights: number,
    columns: number,
    scales: number,
    bias: number,
    outs: number,
  ): void;
  int16Sums(
    count: number,
    rows: number,
    rowStride: number,
    inputs: number,
    weights: number,
    panel: number,
    columns: number,
    outs: number,
    outStride: number,
  ): void;
  attentionScores(words: number, width: number, hidden: number, v: number, scores: number, constants: number): void;
  joinedSums(
    words: number,
    width: number,
    ones: number,
    others: number,
    offset: number,
    scales: number,
    bias: number,
    hidden: number,
  ): void;
  gatherStates(words: number, states: number, offset: number, width: number, out: number, stride: number): void;
  weightedStates(words: number, width: number, states: number, offset: number, weights: number, context: number): void;
}

/** An instance of the kernels over `memory`. The module has no data of its own, so any memory does. */
export const instantiate = (module: WebAssembly.Module, memory: WebAssembly.Memory): Int16Exports =>
  new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Int16Exports;
