const PICTURE = /\p{Extended_Pictographic}/u;
const SKIN = /\p{Emoji_Modifier}/gu;
const SELECTORS = /[\uFE0E\uFE0F]/gu;
const JOINED_SIGN = /\u200D[\u2640\u2642]/gu;

/** Hearts of any colour, and cat faces, mean the same as the plain ones. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ...Array.from('💙💚💛💜🧡🖤🤍🤎🩷🩵🩶💗💖💕💞💓💘💝♥❣💟', (heart): [string, string] => [heart, '❤']),
  ['😻', '😍'],
  ['😹', '😂'],
  ['😿', '😢'],
  ['😾', '😠'],
  ['😺', '😃'],
  ['😸', '😄'],
  ['😽', '😘'],
  ['🙀', '😱'],
]);

/** An emoji in the colour that it has without a skin tone. */
export const withoutSkinTone = (token: string): string => token.replace(SKIN, '');

/** Simpler forms of an emoji: without variation selector, skin tone or gender; its first picture; the plain emoji of the same meaning. */
export function* emojiForms(token: string): Generator<string> {
  if (!PICTURE.test(token)) return;
  const bare = token.replace(SELECTORS, '');
  yield bare;
  yield `${bare}\uFE0F`;
  const toneless = withoutSkinTone(bare);
  yield toneless;
  yield `${toneless}\uFE0F`;
  const genderless = toneless.replace(JOINED_SIGN, '');
  yield genderless;
  const [first = ''] = Array.from(genderless);
  yield first;
  yield `${first}\uFE0F`;
  const plain = ALIKE.get(first);
  if (plain === undefined) return;
  yield plain;
  yield `${plain}\uFE0F`;
}
