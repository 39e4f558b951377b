/** The lines into which the browser breaks a text, as offsets into it. @param range changed by this */
export function linesOf(node: Text, range: Range): [from: number, to: number][] {
  range.selectNodeContents(node);
  if (range.getClientRects().length <= 1) return [[0, node.length]];
  const parts: [number, number][] = [];
  let top: number | undefined;
  for (let at = 0; at < node.length; at++) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getClientRects()[0] as DOMRect | undefined;
    const last = parts.at(-1);
    // A low surrogate, or white space at a break, has no place of its own.
    if (last && (!box || box.width === 0 || box.top === top)) last[1] = at + 1;
    else parts.push([at, at + 1]);
    if (box && box.width > 0) top = box.top;
  }
  return parts;
}
