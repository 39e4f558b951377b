/** Lanczos' approximation of ln Γ(x) for x > 0 (g = 7, nine terms), good to about 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x - 1 + 7.5;
  const sum = LANCZOS.slice(1).reduce((so, term, i) => so + term / (x + i), LANCZOS[0]);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

const STEPS = 1000;
const ENOUGH = 1e-15;

/** P(a, x), the lower regularised incomplete gamma function, by its power series: for x < a + 1. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < STEPS && Math.abs(term) > Math.abs(sum) * ENOUGH; n++) sum += term *= x / (a + n);
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** Q(a, x) = 1 − P(a, x) by its continued fraction (Lentz's method): for x ≥ a + 1. */
function upperFraction(a: number, x: number): number {
  const tiny = Number.MIN_VALUE / Number.EPSILON;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < STEPS; n++) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / (factor * d + b || tiny);
    c = b + factor / c || tiny;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < ENOUGH) break;
  }
  return fraction * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** The probability that a χ² variable with the given degrees of freedom is at least `statistic`. */
export function chiSquareTail(statistic: number, degreesOfFreedom: number): number {
  if (statistic <= 0) return 1;
  const [a, x] = [degreesOfFreedom / 2, statistic / 2];
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** The value that a χ² variable exceeds with probability `significance`, by bisection. */
export function chiSquareCritical(significance: number, degreesOfFreedom: number): number {
  let [low, high] = [0, degreesOfFreedom + 10];
  while (chiSquareTail(high, degreesOfFreedom) > significance) high *= 2;
  for (let i = 0; i < 100 && high - low > 1e-10; i++) {
    const middle = (low + high) / 2;
    if (chiSquareTail(middle, degreesOfFreedom) > significance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
