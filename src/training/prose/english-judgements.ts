import type { Judgements } from '../prose';
import { ENGLISH_WORDS } from './english-words';
import { lines } from './lists';

/** Everyday English judgements: plain, negated, with but, compared, ironic, with emoji and figures, and by what happened. */
export const ENGLISH_JUDGEMENTS: Judgements = {
  words: ENGLISH_WORDS,
  positive: lines(`
    The {item} is {good}.
    The {item} {item_well}.
    The {place} {place_well}.
    The {work} {work_well}.
    The {person} {person_well}.
    My {item} {item_well}, and it is {good} too.
    The {place} was {good} and {good}.
    The {work} was {good}, {good} and {good}.
    What a {good} {work}!
    What a {good} {place}!
    I really like this {work}.
    I adore this {item}.
    We loved the {place}.
    We had a {good} time at the {place}.
    So {good}, I am delighted with {it}.
    Highly recommended {place}.
    I recommend the {place} to everybody.
    Very {good} {item}, very happy.
    My favourite {place} in town.
    Thank you to everyone at the {place}.
    I am so proud of my team.
    I enjoyed every minute of the {work}.
    It was a pleasure to meet the {person}.
    {Who} loves the {item}.
    {Who} had a {good} time.
    I feel great today.
    Well done, everybody!
    Happy birthday to the best {person} in the world!
    I see nothing {bad} in this {item}.
    The {work} is not {bad} at all.
    I have no complaints about the {place}.
    I could not be happier with {it}.
    You will not regret this {item}.
    It never disappoints.
    We had no trouble with the {item} at all.
    I wouldn't change a thing about {it}.
    Never a {bad} moment in this {work}.
    Not one {bad} scene in the {work}.
    It isn't {bad}, quite the opposite.
    Nobody left the {place} unhappy.
    No {bad_thing} so far, {good}.
    Don't hesitate, get the {item}.
    There was no {bad_thing} at all.
    A {work} without a single {bad_thing}.
    The {item} has not given me any {bad_thing}.
    The {person} wasn't {bad} for a second.
    I don't know what I would do without this {item}.
    I can't get enough of this {work}.
    You won't find a more {good} {place}.
    It does not get more {good} than this.
    I have never had such a {good} {item}.
    I have never met such a {good} {person}.
    Never have I laughed so much.
    The {place} is neither {bad} nor {bad}.
    The {item} isn't {bad} and it isn't {bad}.
    This {work} is anything but {bad}.
    It has never been {bad} in all these years.
    Nobody could call this {work} {bad}.
    I have nothing but praise for the {place}.
    Not {bad}, never {bad}, simply {good}.
    {Small_bad}, but the {item} {item_well}.
    {Small_bad}, but the {place} {place_well}.
    {Small_bad}, yet the {work} {work_well}.
    {Small_bad}, but the {person} {person_well}.
    The {item} is {bad}, but it {item_well}.
    Although {small_bad}, the {place} {place_well}.
    Even though {small_bad}, the {work} {work_well}.
    While {small_bad}, the {item} {item_well}.
    {Small_bad}; nevertheless the {place} is {good}.
    {Small_bad}, though that is forgotten once you see how {good} it is.
    I expected a {bad} {work}, but it {work_well}.
    I was sceptical at first, but the {item} {item_well}.
    I thought it would be {bad}, but it turned out {good}.
    {Small_bad}. Still, the {item} {item_well}.
    Yes, {small_bad}, but I would choose {it} again.
    Small flaws, but overall a {good} {item}.
    Apart from the price it is {good}.
    It starts slowly and ends {good}.
    The critics call it {bad}, I call it {good}.
    A {bad} start, a {good} finish.
    Much {better} than my last {item}.
    The {work} is {better} than I expected.
    A big step up from my last {item}.
    I have tried many, and this {item} is the best.
    It is hard to find a {better} {place}.
    More {good} than any {work} I know.
    Other brands cannot compete with this {item}.
    No other {place} is as {good}.
    It does more than {item} twice the price.
    The remake is {better} than the original.
    This {item} puts all the others to shame.
    The new one is far {better}.
    Each {work} of hers is {better} than the one before.
    Twice as {good} as the others and half the price.
    The most {good} {work} of the year.
    By far the most {good} {item} I own.
    Nothing beats this {place}.
    Second to none.
    {Very} {good}!
    {Very} {good} {item}!
    Just wow, {good} beyond words.
    Such a {good} {place}!!!
    I love, love, love this {item}.
    The {work} was {very}, {very} {good}.
    Totally {good}, every bit of it.
    {Event} {joy}
    {Event} {joy}{joy}
    {Delight} {joy}
    {Delight}! {joy}{joy}
    The {work} tonight {joy}
    New {item} {joy}
    The {place} {joy}{joy}
    My {person} {joy}
    {high}/10
    {high}/10 for the {item}
    I give the {work} {high} out of 10.
    {high} out of ten.
    5/5
    5 stars
    4.5 stars for the {place}.
    Top marks for the {person}.
    100% satisfied with the {item}.
    98 % of it is {good}.
    Bought three of them already.
    We have been there twenty times.
    I have already ordered a second one for my brother.
    We stayed two days longer than planned.
    The children did not want to leave the {place}.
    I have told all my friends about the {place}.
    I finished the {work} in one sitting.
    Everyone asked me for the recipe.
    The {item} still works after ten years.
    They fixed it on the spot and charged nothing.
    I have been coming to this {place} since I was a child.
    My plate was empty within minutes.
    {Who} wants one too.
    Our daughter wears the {item} every day.
    I missed my stop because of this {work}.
    The whole hall stood up and clapped.
    They upgraded our room without being asked.
    The dog sleeps on it every night.
    I use the {item} more than anything else in the kitchen.
    The {person} gave us a free dessert.
    The pain was gone after the first visit.
    My back no longer hurts since I got this {item}.
    They answered my question within minutes.
    The seller replaced it the same day.
    Time flew by.
    I caught myself smiling on the train.
    I still think about the {work} years later.
    We danced until the band went home.
    I bought the soundtrack on the way out.
    My skin has cleared up since I use it.
    The {place} gave my son a balloon and a big smile.
    I have recommended the {person} to half the street.
    Every seat was taken and everybody sang along.
    The tomatoes taste like the ones from my childhood.
    It saved our holiday.
    She learned to swim in four lessons.
    The bread was gone before it had cooled.
    I would move in tomorrow.
    Take my money!
    I cried happy tears.
    We could have listened to her for hours.
    I have marked the date of the next {work} in my diary.
    I understood it for the first time, thanks to this {work}.`),
  negative: lines(`
    The {item} is {bad}.
    The {item} {item_badly}.
    The {place} {place_badly}.
    The {work} {work_badly}.
    The {person} {person_badly}.
    My {item} {item_badly}, and it is {bad} too.
    The {place} was {bad} and {bad}.
    The {work} was {bad}, {bad} and {bad}.
    What a {bad} {work}!
    What a {bad} {place}!
    I really dislike this {work}.
    I can't stand this {item}.
    We hated the {place}.
    We had a {bad} time at the {place}.
    So {bad}, I am fed up with {it}.
    Avoid this {place}.
    Stay away from the {place}.
    Very {bad} {item}, very unhappy.
    The {work} drags on.
    I am tired of the {place}.
    I am sick of {nuisance}.
    {Nuisance}, and nobody cared.
    I hate {nuisance}.
    The order was wrong and the fries were cold.
    {Who} hates the {item}.
    {Who} had a {bad} time.
    I feel terrible today.
    I am worried about my {person}.
    Shame on the {place}.
    {Mishap} and {mishap}.
    {Mishap}.
    The {item} is not {good}.
    The {work} isn't {good} at all.
    Nothing in this {work} is {good}.
    I didn't enjoy the {work}.
    None of us were happy with the {item}.
    I do not recommend the {place}.
    I would not buy this {item} again.
    The {item} doesn't work.
    Not worth the money.
    Not {good}, not even close.
    It was never {good}.
    I don't see why people call this {work} {good}.
    They don't answer and they don't help.
    No one of my friends found the {work} {good}.
    Don't buy this {item}.
    The {place} didn't keep a single promise.
    Hardly anything about the {work} is {good}.
    Not funny, not {good}, not for me.
    The {work} has no {good_thing}.
    There is no {good_thing} in this {place}.
    A {work} without any {good_thing}.
    The {place} lacks {good_thing} and {good_thing}.
    The {item} is far from {good}.
    The {person} wasn't {good} at all.
    The {place} is neither {good} nor {good}.
    I can't say that the {work} is {good}.
    I wouldn't call it {good}.
    I have never had such a {bad} {item}.
    I have never met such a {bad} {person}.
    The {work} failed to impress me.
    The {item} cannot even do the simplest thing.
    Nobody answered, nobody came.
    No {good_thing}, no {good_thing}, nothing.
    The {person} did not listen.
    It doesn't do what it should.
    The {item} won't turn on.
    I couldn't finish the {work}.
    We won't be booking the {place} again.
    Nobody laughed once.
    I would advise everyone against this {item}.
    Few things are as {bad} as this {item}.
    {Small_good}, but the {item} {item_badly}.
    {Small_good}, but the {place} {place_badly}.
    {Small_good}, yet the {work} {work_badly}.
    {Small_good}, but the {person} {person_badly}.
    The {item} is {good}, but it {item_badly}.
    The {person} is {good}, but the {place} {place_badly}.
    Although {small_good}, the {place} {place_badly}.
    Even though {small_good}, the {work} {work_badly}.
    While {small_good}, the {item} {item_badly}.
    {Small_good}; however, the {place} is {bad}.
    {Small_good}, though that does not help when it is so {bad}.
    I expected a {good} {work}, but it {work_badly}.
    I had high hopes, but the {item} {item_badly}.
    I thought it would be {good}, but it turned out {bad}.
    {Small_good}. Still, the {item} {item_badly}.
    Yes, {small_good}, but I would not choose {it} again.
    It could have been {good}, but it {work_badly}.
    The critics call it {good}, I call it {bad}.
    A {good} start, a {bad} finish.
    It promises a lot and delivers nothing.
    They said sorry, but {mishap}.
    Much {worse} than my last {item}.
    The {work} is {worse} than I feared.
    The previous {item} was far {better}.
    The original {work} was so much {better}.
    There are {better} {item} designs for half the price.
    My grandmother types faster than this {item} loads.
    Even the free one works better.
    A step back from my last {item}.
    Anything would be quicker than this {item}.
    Last year it was {better}.
    The new one is far {worse}.
    Each {work} of his is {worse} than the one before.
    Half as {good} as the others and twice the price.
    I would rather {pain} than see this {work} again.
    I would sooner {pain} than go back to this {place}.
    The {work} can't hold a candle to the book.
    The {place} used to be {better}.
    They should have kept the old {work}.
    The most {bad} {work} of the year.
    By far the most {bad} {place} in town.
    As {bad} as ever.
    {Too} {bad}!
    {Too} {bad} {item}!
    Completely {bad}, from top to bottom.
    Such a {bad} {place}!!!
    The {work} was {too}, {too} {bad}.
    I hate, hate, hate this {item}.
    Oh great, {mishap}.
    Wow, {mishap}, well done.
    Fantastic, {mishap}.
    Amazing: {mishap} and {mishap}.
    Lovely, {nuisance}.
    Thank you so much for {nuisance}.
    How thoughtful of the {person}: {nuisance}.
    Exactly how I wanted to spend my Sunday, {chore}.
    My favourite part was when {mishap}.
    I love how {mishap} and nobody said a word.
    I always dreamed of {nuisance}.
    Who doesn't love {nuisance}?
    Ah yes, {nuisance}, my favourite.
    So much for {good} service.
    As if {nuisance} was not enough, {mishap}.
    What could be {better} than {nuisance}?
    Five stars for {nuisance}.
    Great job, {place}, {mishap}.
    A round of applause for the {person}, {mishap}.
    {Chore}, what a dream.
    So glad I paid for a {item} that will not turn on.
    Lovely, another hidden fee.
    Exactly what everybody wants: a {item} that is {bad}.
    If you like being shouted at, the {place} is for you.
    Yeah, sure, "{good}".
    Who needs sleep anyway when the {place} has a disco below your bed.
    Nothing says welcome like a {bad} {place}.
    {Event} {grief}
    {Event} {grief}{grief}
    {Sorrow} {grief}
    {Sorrow}! {grief}{grief}
    {Mishap} {grief}
    The {work} tonight {grief}
    My {item} {grief}
    The {place} {grief}{grief}
    My {person} {grief}
    {low}/10
    {low}/10 for the {item}
    I give the {work} {low} out of 10.
    {low} out of ten.
    1/5
    1 star
    Zero stars if I could.
    Half a star for the {place}, and only for the chairs.
    0% satisfied with the {item}.
    90 % of it is {bad}.
    It lasted {span}.
    The {item} fell apart after {span}.
    Dead after {span}.
    Forty minutes for a cup of tea.
    I paid 80 euros for this {item} and it broke within {span}.
    One point for trying.
    I returned the {item} the same week.
    We asked for another room the first night.
    My order still has not arrived.
    The waiter never came back.
    We left hungry.
    There was a hair in the salad.
    The heating was off for our whole stay.
    I gave up after the second chapter.
    I switched it off after ten minutes.
    The handle came off on the first day.
    I checked my watch every five minutes.
    I had to call four times before anyone picked up.
    The refund took three months.
    The screen went black during the first call.
    The cake went straight into the bin.
    The colour came off in the first wash.
    My complaint was never answered.
    Both tyres were flat and nobody came.
    Someone else was already sleeping in our room.
    The {person} hung up on me.
    I had a stomach ache for {span} afterwards.
    The {item} now lives at the back of the cupboard.
    We ended up cooking for ourselves.
    My ears were ringing for days.
    The instructions were for a different {item}.
    Two buttons were missing and the lid did not close.
    I want those two hours of my life back.
    The {person} talked about himself for the whole meeting.
    You need a degree to open the box.
    The mattress had stains on both sides.
    They cancelled on the morning of the wedding.
    The warranty ran out the week before.
    The paper tore as soon as I wrote on it.
    I had to throw away the whole batch.
    The gravy had a skin on it.
    My hair turned green.
    We could hear every word from next door.
    The fine print says that there are no refunds.
    The {place} told us to come back tomorrow, for the third time.
    It took {span} to get a reply, and then it was a form letter.
    The battery is empty by lunchtime.
    My daughter came home in tears.
    The soles fell off in the rain.
    I am still waiting for my money.`),
};
