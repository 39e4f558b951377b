import { wordSet } from '../language-text';

export const STOP_WORDS = wordSet(`
  a an the this that these those
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
  it its itself they them their theirs themselves one's
  am is are was were be been being do does did doing done have has had having
  will would shall should can could may might must
  i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll
  she'll it'll we'll they'll that's there's here's what's who's let's
  who whom whose which what when where how
  and or nor if then than as of at by for with about into onto from to in on off out up down over under through during
  before after between among against while until upon within along
  there here such own same other another each both some any all every
  also just so now again once ever
  s t d ll m re ve`);
