import type { Change } from './change';

/** Words that come before a reason … */
const REASON_BEHIND = /\bbecause\b|因为|由于/iu;
/** … and words that come after one. */
const REASON_BEFORE = /所以|因此|因而/u;
/** Verbs of applause: no other word of the text reverses their praise. */
const APPLAUSE =
  /\b(?:well done|good job|great job|nice work|great work|congrat\p{L}*|kudos|bravo)\b|干得好|好样的|恭喜/iu;
const CONTRAST = /\b(?:but|yet)\b|(?<![不非])但|却/giu;

/**
 * The changes without those that would make the text contradict itself: a reason is not reversed without what it
 * explains, nor the other way round ("he cried because it was so shallow"), and nobody applauds what is bad.
 */
export function withoutContradictions(text: string, changes: readonly Change[]): Change[] {
  if (APPLAUSE.test(text)) return [];
  const bound = [...text.matchAll(/[^.!?;\n。！？；]+/gu)].filter(({ 0: sentence, index }) => {
    const reason = reasonOf(sentence);
    return reason && changes.some((change) => within(change, index + reason.start, index + reason.end));
  });
  return changes.filter(
    (change) => !bound.some(({ 0: sentence, index }) => within(change, index, index + sentence.length)),
  );
}

function reasonOf(sentence: string): { start: number; end: number } | undefined {
  const behind = REASON_BEHIND.exec(sentence);
  if (behind) {
    const clause = /[,，]/u.exec(sentence.slice(behind.index));
    return { start: behind.index, end: clause ? behind.index + clause.index : sentence.length };
  }
  const before = REASON_BEFORE.exec(sentence);
  return before ? { start: 0, end: before.index } : undefined;
}

function within({ edit }: Change, start: number, end: number): boolean {
  return start <= edit.start && edit.end <= end;
}

/** Whether a changed sentence has “but” twice: a reader would not know what opposes what. */
export function hasTwoContrasts(changed: string, joints: readonly Change[]): boolean {
  if (!joints.some(({ to }) => to.match(CONTRAST))) return false;
  return changed.split(/[.!?;\n。！？；]/u).some((sentence) => (sentence.match(CONTRAST)?.length ?? 0) > 1);
}
