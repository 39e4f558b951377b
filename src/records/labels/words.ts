import type { Degree } from './degree';

/** Words of a degree, told apart by semicolons. */
const words = (list: string): readonly string[] => list.split('; ');

/** Words in front of another one that make it stronger, weaker or its opposite. */
export const ADVERBS: readonly { readonly before: RegExp; readonly means: 'very' | 'somewhat' | 'not' }[] = [
  {
    before:
      /^(?:not (?:at all |very |so |too |really |particularly |that )?|nicht (?:sehr |so )?|(?:pas|peu) (?:très |du tout )?|no muy |poco |pouco |não |kurang |tidak |不太|不怎么|不怎麼|不是很|不大|あまり|별로 |не (?:очень )?)/,
    means: 'not',
  },
  {
    before:
      /^(?:extremely |very |highly |completely |totally |fully |absolutely |strongly |most |sehr |völlig |très |tout à fait |muy |totalmente |muito |molto |zeer |sangat |очень |非常の?に?|很|十分|極めて|极其?|極|特别|特別|超级?|最|相当|相當|完全|强烈|大変|とても|매우 ?|아주 ?)/,
    means: 'very',
  },
  {
    before:
      /^(?:somewhat |rather |slightly |mostly |fairly |mildly |moderately |weakly |a little |a bit |quite |generally |eher |plutôt |assez |algo |bastante |abbastanza |cukup |скорее |比较|比較|较|較|基本上?|还算?|還算?|有点|有些|略|稍微?|やや|まあまあ|どちらかといえば|약간 ?|대체로 ?)/,
    means: 'somewhat',
  },
];

/** Words for each degree, in lower case and without signs. A new word is one more entry here. */
export const WORDS: Readonly<Record<Degree, readonly string[]>> = {
  'very negative': [
    ...words(
      "n+; vneg; terrible; awful; horrible; worst; hate; hated it; stimme überhaupt nicht zu; pas du tout satisfait; pas du tout d'accord",
    ),
    ...words('discordo totalmente; 太差; much worse; 糟糕'),
  ],
  negative: [
    ...words(
      'negative; neg; negativ; negativo; negativa; négatif; n; bad; poor; con; unfavorable; unfavourable; dissatisfied; unsatisfied',
    ),
    ...words(
      'unsatisfactory; unhappy; disagree; dislike; disliked; disliked it; did not like it; unlikely; not helpful; buruk; disappointed; would not recommend; do not recommend',
    ),
    ...words(
      "don't recommend; didn't like it; weak negative; strong negative; thumbs down; thumb down; thumbsdown; down; downvote; detractor; detractors; rotten",
    ),
    ...words(
      'critical; minus; :(; : (; =(; :[; stimme nicht zu; stimme eher nicht zu; mangelhaft; insatisfait; insatisfaite; mécontent; insatisfecho',
    ),
    ...words(
      'en desacuerdo; insatisfeito; discordo; insoddisfatto; ontevreden; schlecht; unzufrieden; malo; mauvais; 👎; 😞; 🙁; ☹; 😡; 😠; 😢; 😕; 😔; ❌',
    ),
    ...words(
      '负面; 消极; 差评; 负; 负向; 负性; 负类; 负例; 负样本; 负面评价; 負面; 負向; 負評; 差評; 贬; 贬义; 差; 不满意; 不满; 不滿意; 不滿; 不好; 不喜欢; 不推荐; 不推薦; 不同意; 踩; 点踩; 没用; 无用; 不赞成; 消極',
    ),
    ...words(
      'unhelpful; difficult; below average; below expectations; did not meet expectations; does not meet expectations; worse',
    ),
    ...words(
      'worse than expected; sad; annoyed; 不怎么样; 不怎麼樣; 不行; 糟; 坏; 壞; 不認同; 不満; 不満足; 悪い; 良くない; 否定的; 否定; ネガティブ; 부정; 부정적; 불만족; 불만; 나쁨; 비추천',
    ),
    ...words('отрицательный; отрицательная; отрицательно; негативный; негативная; негатив; плохо; недоволен'),
  ],
  neutral: [
    ...words(
      'neutral; neu; neut; neutre; neutro; mixed; ok; okay; average; fair; so so; meh; middling; medium; moderate; passive; passives',
    ),
    ...words(
      'undecided; indifferent; neither; no sentiment; objective; neither agree nor disagree; neither satisfied nor dissatisfied',
    ),
    ...words(
      'neither good nor bad; neither likely nor unlikely; :|; : |; neither positive nor negative; neither good nor poor',
    ),
    ...words(
      'neither happy nor unhappy; no emotion; no emotion toward brand or product; 😐; 😶; 🤷; teils teils; teils, teils; weder noch',
    ),
    ...words(
      'unentschieden; ni satisfait ni insatisfait; sans opinion; moyen; ni satisfecho ni insatisfecho; ni de acuerdo ni en desacuerdo',
    ),
    ...words(
      'nem satisfeito nem insatisfeito; indiferente; né soddisfatto né insoddisfatto; neutraal; durchschnittlich; 中性; 中立; 中评; 中; 中評; 一般; 一般般',
    ),
    ...words(
      '普通; 还行; 还可以; 尚可; 无所谓; 中等; 中性评价; 無所謂; 還行; neither easy nor difficult; met expectations; meets expectations; as expected; about the same',
    ),
    ...words(
      'teils/teils; 还好; 還好; 還可以; 凑合; 中规中矩; どちらでもない; どちらとも言えない; どちらともいえない; ふつう; まあまあ; ニュートラル; 중립; 보통; 중립적; нейтральный; нейтральная; нейтрально',
    ),
    ...words('нейтрал'),
  ],
  positive: [
    ...words(
      'positive; pos; positiv; positivo; positiva; positif; p; good; pro; favorable; favourable; satisfied; satisfactory; happy; agree; like',
    ),
    ...words(
      'liked; liked it; enjoyed it; likely; fresh; pleased; plus; recommended; recommend; would recommend; weak positive; strong positive; thumbs up; thumb up',
    ),
    ...words(
      "thumbsup; up; upvote; promoter; promoters; :); : ); :d; =); :]; stimme zu; stimme eher zu; satisfait; satisfaite; d'accord; satisfecho",
    ),
    ...words(
      'de acuerdo; satisfeito; concordo; soddisfatto; puas; baik; tevreden; gut; zufrieden; bueno; bon; 👍; 🙂; 😊; 😃; 😀; 😄; 😍; ❤; ✅; 正面; 积极; 好评',
    ),
    ...words(
      '正; 正向; 正性; 正类; 正例; 正样本; 正面评价; 正評; 好評; 褒; 褒义; 好; 不错; 满意; 滿意; 喜欢; 喜歡; 推荐; 推薦; 值得推荐; 同意; 赞; 点赞; 有用; 赞成; 顶; 積極; helpful; useful; easy',
    ),
    ...words(
      'above average; above expectations; better; better than expected; exceeded expectations; exceeds expectations; 棒; 赞同; 認同; 認可; 认可; 不錯; 満足',
    ),
    ...words(
      '良い; よい; 肯定的; 肯定; ポジティブ; 긍정; 긍정적; 만족; 좋음; 추천; положительный; положительная; положительно; позитивный; позитивная; позитив; хорошо',
    ),
    ...words('доволен'),
  ],
  'very positive': [
    ...words(
      'p+; vpos; excellent; outstanding; great; amazing; best; perfect; love; loved it; stimme voll zu; stimme voll und ganz zu',
    ),
    ...words(
      'concordo totalmente; 太好了; 力荐; 力推; 優秀; 优秀; delighted; fantastic; wonderful; much better; far exceeded expectations; 完美; отлично',
    ),
  ],
};
