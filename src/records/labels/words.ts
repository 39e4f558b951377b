import type { Degree } from './degree';

/** Words of a degree, told apart by semicolons. */
const words = (list: string): readonly string[] => list.split('; ');

/** Words for each degree, in lower case and without signs. A new word is one more entry here. */
export const WORDS: Readonly<Record<Degree, readonly string[]>> = {
  'very negative': [
    ...words(
      'very negative; strongly negative; extremely negative; highly negative; most negative; n+; vneg; very bad; very poor; terrible; awful; horrible; worst',
    ),
    ...words(
      'hate; hated it; very unhappy; very dissatisfied; very unsatisfied; extremely dissatisfied; completely dissatisfied; highly dissatisfied',
    ),
    ...words(
      'strongly disagree; completely disagree; totally disagree; very unlikely; strongly not recommended; völlig unzufrieden; stimme überhaupt nicht zu',
    ),
    ...words(
      "très insatisfait; pas du tout satisfait; pas du tout d'accord; muy insatisfecho; totalmente en desacuerdo; muito insatisfeito; discordo totalmente",
    ),
    ...words(
      'molto insoddisfatto; zeer ontevreden; sehr negativ; sehr schlecht; sehr unzufrieden; très négatif; muy negativo; muy malo; 非常负面; 非常消极; 很差; 非常差; 极差; 太差',
    ),
    ...words(
      'extremely unlikely; highly unlikely; extremely negative; extremely poor; sangat tidak puas; sangat buruk; 非常不满意; 很不满意; 非常不满; 极不满意; 十分不满意; 非常不同意; 强烈不推荐; 非常不推荐; 非常負面; 非常不滿意; 很不好; 非常不好',
    ),
  ],
  negative: [
    ...words(
      'negative; neg; negativ; negativo; negativa; négatif; n; bad; poor; con; unfavorable; unfavourable; dissatisfied; unsatisfied; not satisfied',
    ),
    ...words(
      'unsatisfactory; somewhat dissatisfied; rather dissatisfied; slightly dissatisfied; unhappy; disagree; somewhat disagree; dislike; disliked; unlikely',
    ),
    ...words(
      "not good; not great; not happy; not helpful; tidak puas; kurang puas; buruk; disappointed; not recommended; not recommend; would not recommend; do not recommend; don't recommend; somewhat negative; slightly negative",
    ),
    ...words(
      'weakly negative; rather negative; mostly negative; weak negative; strong negative; thumbs down; thumb down; thumbsdown; down; downvote; detractor',
    ),
    ...words(
      'detractors; rotten; critical; minus; :(; : (; =(; :[; eher unzufrieden; eher schlecht; eher negativ; nicht zufrieden; stimme nicht zu',
    ),
    ...words(
      "stimme eher nicht zu; mangelhaft; plutôt insatisfait; insatisfait; insatisfaite; pas satisfait; peu satisfait; mécontent; pas d'accord",
    ),
    ...words(
      "plutôt pas d'accord; insatisfecho; poco satisfecho; algo insatisfecho; en desacuerdo; insatisfeito; pouco satisfeito; discordo; insoddisfatto",
    ),
    ...words(
      'poco soddisfatto; ontevreden; schlecht; unzufrieden; malo; mauvais; 👎; 😞; 🙁; ☹; 😡; 😠; 😢; 😕; 😔; ❌; 负面; 消极; 差评; 负; 负向; 负性; 负类; 负例; 负样本; 负面评价; 負面; 負向; 負評; 差評; 贬; 贬义',
    ),
    ...words(
      '差; 较差; 比较差; 不满意; 不满; 不太满意; 比较不满意; 较不满意; 不滿意; 不滿; 不好; 不喜欢; 不推荐; 不推薦; 不同意; 踩; 点踩; 没用; 无用; 不赞成; 消極',
    ),
  ],
  neutral: [
    ...words(
      'neutral; neu; neut; neutre; neutro; mixed; ok; okay; average; fair; so so; meh; middling; medium; moderate; passive; passives; undecided; indifferent',
    ),
    ...words(
      'neither; no sentiment; objective; neither agree nor disagree; neither satisfied nor dissatisfied; neither good nor bad; neither likely nor unlikely; :|',
    ),
    ...words(
      ': |; neither positive nor negative; neither good nor poor; neither good nor bad; neither happy nor unhappy; no emotion; no emotion toward brand or product; 😐; 😶; 🤷; teils teils; teils, teils; weder noch; unentschieden; ni satisfait ni insatisfait; sans opinion; moyen',
    ),
    ...words(
      'ni satisfecho ni insatisfecho; ni de acuerdo ni en desacuerdo; nem satisfeito nem insatisfeito; indiferente; né soddisfatto né insoddisfatto; neutraal',
    ),
    ...words(
      'durchschnittlich; 中性; 中立; 中评; 中; 中評; 一般; 一般般; 普通; 还行; 还可以; 尚可; 无所谓; 中等; 中性评价; 無所謂; 還行',
    ),
  ],
  positive: [
    ...words(
      'positive; pos; positiv; positivo; positiva; positif; p; good; pro; favorable; favourable; satisfied; somewhat satisfied; rather satisfied',
    ),
    ...words(
      'mostly satisfied; slightly satisfied; satisfactory; happy; agree; somewhat agree; like; liked; likely; fresh; pleased; plus; recommended; recommend',
    ),
    ...words(
      'would recommend; somewhat positive; slightly positive; weakly positive; rather positive; mostly positive; weak positive; strong positive; thumbs up',
    ),
    ...words(
      'thumb up; thumbsup; up; upvote; promoter; promoters; :); : ); :d; =); :]; eher zufrieden; eher gut; eher positiv; stimme zu; stimme eher zu',
    ),
    ...words(
      "plutôt satisfait; satisfait; satisfaite; d'accord; plutôt d'accord; satisfecho; algo satisfecho; de acuerdo; satisfeito; concordo; soddisfatto",
    ),
    ...words(
      'abbastanza soddisfatto; puas; baik; tevreden; gut; zufrieden; bueno; bon; 👍; 🙂; 😊; 😃; 😀; 😄; 😍; ❤; ✅; 正面; 积极; 好评; 正; 正向; 正性; 正类; 正例; 正样本; 正面评价; 正評; 好評; 褒; 褒义; 好; 较好; 比较好; 不错',
    ),
    ...words(
      '满意; 比较满意; 较满意; 滿意; 喜欢; 喜歡; 推荐; 推薦; 值得推荐; 同意; 赞; 点赞; 有用; 赞成; 顶; 積極; 較好',
    ),
  ],
  'very positive': [
    ...words(
      'very positive; strongly positive; extremely positive; highly positive; most positive; p+; vpos; very good; excellent; outstanding; great; amazing; best',
    ),
    ...words(
      'perfect; love; loved it; very happy; very satisfied; extremely satisfied; completely satisfied; highly satisfied; fully satisfied; strongly agree',
    ),
    ...words(
      'completely agree; totally agree; very likely; extremely likely; highly likely; sangat puas; sangat baik; strongly recommended; highly recommended; völlig zufrieden; stimme voll zu; stimme voll und ganz zu',
    ),
    ...words(
      "très satisfait; tout à fait d'accord; muy satisfecho; totalmente de acuerdo; muito satisfeito; concordo totalmente; molto soddisfatto; zeer tevreden",
    ),
    ...words(
      'sehr positiv; sehr gut; sehr zufrieden; très positif; muy positivo; muy bueno; 非常正面; 非常积极; 很好; 非常好; 极好; 太好了; 非常满意; 很满意; 十分满意; 极满意; 非常滿意; 很滿意; 非常同意; 强烈推荐',
    ),
    ...words('非常推荐; 力荐; 力推; 優秀; 优秀'),
  ],
};
