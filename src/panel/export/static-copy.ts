/** Controls of the page, and elements that only serve them. */
const PRESSED = 'button, select, .hits, .tools, .tip, .chev, [role="radiogroup"], [data-page-only]';

/** Attributes of the marked words, which are buttons in the page. */
const ACTIVE = ['tabindex', 'role', 'aria-label', 'data-word', 'data-at', 'data-place', 'data-pointed'];

/** A copy of a part of the page in which nothing can be pressed: sections stand open, words are words. */
export function staticCopy(part: Element): Element {
  const copy = part.cloneNode(true) as Element;
  copy.querySelectorAll(PRESSED).forEach((each) => each.remove());
  copy.querySelectorAll('.acts:empty, .head:empty').forEach((each) => each.remove());
  copy.querySelectorAll('.w, .h').forEach((word) => ACTIVE.forEach((name) => word.removeAttribute(name)));
  copy.querySelectorAll('[tabindex]:not(.scroll)').forEach((each) => each.removeAttribute('tabindex'));
  copy.querySelectorAll('.agreement:not(:has(.figure))').forEach((each) => each.remove());
  copy.querySelectorAll('details:not(.behind)').forEach((details) => {
    if (APPENDIX.has(details.id)) fold(details);
    else details.replaceWith(...unfolded(details));
  });
  return copy;
}

/** Technical sections, which stay folded. */
const APPENDIX: ReadonlySet<string> = new Set(['section-formed', 'section-checks', 'section-about']);

function fold(details: Element): void {
  details.classList.add('behind');
  details.removeAttribute('open');
  if ([...details.children].slice(1).every((each) => each.textContent?.trim() === '')) details.remove();
}

/** A folded section as an open one; none where it has neither a finding nor content. */
function unfolded(details: Element): Element[] {
  const section = document.createElement('section');
  section.className = 'part';
  const [summary, ...rest] = details.children;
  const head = document.createElement('div');
  head.append(...summary.childNodes);
  section.append(head, ...rest);
  const isEmpty = rest.every((each) => each.textContent?.trim() === '');
  return isEmpty && !head.querySelector('.find') ? [] : [section];
}
