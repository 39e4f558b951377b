/**
 * The constants for `assembly/int16-gates.ts`: tanh(x) ≈ x·(p0·x⁴ + p1·x² + p2) / (q0·x⁶ + q1·x⁴ + q2·x² + 1) on
 * |x| ≤ 6.25, a minimax fit with an error of 8e-6; then ½, the limit and its negative.
 */
export const GATE_CONSTANTS = Float32Array.of(
  0.0014641078113948006,
  0.11396493393613509,
  0.999962675677902,
  5.3232446801118254e-5,
  0.0172987802052646,
  0.44718240015463745,
  1,
  0.5,
  6.25,
  -6.25,
);

/** A state h, |h| ≤ 1, is kept as the integer round(8191·h). */
export const STATE_SCALE = 8191;
