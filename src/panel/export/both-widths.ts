/** Marks the drawing of a chart for paper and large screens, and the one for a phone; one of them shows (`report-html.ts`). */
const [BROAD, SLIM] = ['broad', 'slim'];

/**
 * Puts the charts of a narrow drawing beside those of a broad one of the same content. A chart that is merely scaled down
 * to a phone has letters that nobody can read.
 *
 * @param broad is changed
 */
export function withNarrowCharts(broad: Element, narrow: Element): Element {
  const [wide, small] = [broad, narrow].map((copy) => [...copy.querySelectorAll('.chart')]);
  // The two are drawings of one content: where they do not match, the broad one is right for both.
  if (wide.length !== small.length) return broad;
  wide.forEach((chart, at) => {
    const other = small[at];
    if (chart.outerHTML === other.outerHTML || !other.querySelector('svg[role="img"]')) return;
    chart.classList.add(BROAD);
    other.classList.add(SLIM);
    chart.after(other);
  });
  return broad;
}
