/** `不了` of 用不了, `不上` of 联系不上: what cannot be done stands before them. */
const COMPLEMENT = /^不(?:了|到|上|起|住|动|動|出|完|下|开|開|清|见|見|成|掉|来|來|去|进|進|着|著|懂|及|过来|過來)$/u;
/** `不` of 洗不干净, `不好` of 修不好: after a verb of one character. */
const NEGATED = /^不.?$/u;
const VERB = /^\p{sc=Han}$/u;
/** Of one character and no verb; the other words of grammar are known to whoever asks. */
const NO_VERB = /^[我你您他她它谁这那哪也都就还才又再却并真太很更最从总老人誰這還卻並從總]$/u;

/** Whether `right` says of the verb `left`, which stands directly before it, that it cannot be done: one meaning, cut in two. */
export function isNegatedVerb(left: string, right: string): boolean {
  if (COMPLEMENT.test(right)) return /^\p{sc=Han}+$/u.test(left) && !NO_VERB.test(left);
  return NEGATED.test(right) && VERB.test(left) && !NO_VERB.test(left);
}
