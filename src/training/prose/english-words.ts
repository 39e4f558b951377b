import { lines, words } from './lists';

/** What may stand in the gaps of English judgements. A choice may have gaps of its own. */
export const ENGLISH_WORDS: Readonly<Record<string, readonly string[]>> = {
  item: words(`blender, tent, keyboard, backpack, toaster, mattress, watch, drill, stroller, monitor, sweater, sofa,
    heater, phone case, tablet, app, speaker, coffee machine, lamp, guitar, fridge, scooter, umbrella, dishwasher, razor,
    pillow, router, projector, lawn mower, hair dryer, pan, suitcase, desk, website, dress, coat, plugin, tripod, fan,
    charger, rucksack, teapot, bookshelf, microphone, helmet, car, lipstick, shampoo, puzzle, toy, update`),
  place: words(`restaurant, hostel, café, gym, salon, bakery, clinic, garage, campsite, airline, hotel, pub, shop, bank,
    museum, spa, school, library, zoo, bar, pizzeria, hospital, supermarket, theatre, nursery, resort, cinema, farm shop,
    language school, car rental, guest house, canteen, market, ferry company, dental practice`),
  work: words(`novel, series, album, podcast, play, game, sequel, documentary, exhibition, course, film, movie, show,
    concert, story, book, musical, cartoon, lecture, thriller, episode, song, poem, comic, biography, trilogy, drama`),
  person:
    words(`waiter, doctor, driver, plumber, landlord, coach, receptionist, seller, tutor, mechanic, hairdresser, guide,
    cook, agent, teacher, neighbour, manager, vet, chef, host, courier, salesman, singer, boss, technician`),
  good: words(`excellent, comfortable, sturdy, charming, reliable, superb, brilliant, lovely, impressive, wonderful, clever,
    tasty, beautiful, great, fun, gripping, useful, clean, fast, moving, hilarious, fresh, warm, friendly, quiet, smooth,
    helpful, generous, cosy, thoughtful, original, witty, honest, professional, soft, addictive, perfect, pleasant,
    elegant, amazing, fantastic, delicious, relaxing, inspiring, refreshing, delightful, splendid, gorgeous, handy,
    touching, marvellous, magical, remarkable, outstanding, fair, cheerful, exciting, good, nice, cute`),
  bad: words(`awful, flimsy, dull, noisy, overpriced, rude, broken, dirty, useless, mediocre, tedious, terrible, ugly,
    confusing, bad, slow, bland, annoying, boring, cheap-looking, painful, stale, crowded, creepy, childish, heavy-handed,
    unreliable, greasy, cold, pretentious, forgettable, messy, fake, smelly, dangerous, hopeless, disappointing,
    stressful, silly, unfair, horrible, dreadful, pathetic, disgusting, clumsy, sloppy, shabby, faulty, poor, lazy,
    embarrassing, depressing, frustrating, miserable, worthless, rotten, nasty, ridiculous, lame, weak, pointless`),
  better: words(`better, nicer, quicker, sturdier, funnier, quieter, easier to use, more comfortable, more fun, more
    reliable, sharper, tastier, friendlier, more moving, more useful, cleaner, smoother, more exciting, richer`),
  worse: words(`worse, slower, noisier, duller, weaker, more boring, more expensive, uglier, flimsier, more confusing,
    sillier, less reliable, less fun, less useful, clumsier, more annoying, less comfortable, dirtier, ruder`),
  very: words(
    `really, so, very, truly, incredibly, extremely, wonderfully, absolutely, amazingly, genuinely, surprisingly`,
  ),
  too: words(`really, so, very, far too, terribly, extremely, unbelievably, horribly, completely, just plain, awfully`),
  it: words(`it, this one, that place, the new version, this brand, the whole thing, their service`),
  item_well: lines(`
    works perfectly
    fits like a glove
    has lasted for years
    does exactly what it promises
    is worth every cent
    makes my life easier
    was easy to set up
    feels solid
    saves me hours every week
    still looks brand new
    does its job without a fuss
    has made my mornings better
    is a pleasure to use
    just works
    has never let me down
    is my favourite purchase of the year
    runs like clockwork
    looks great in our home
    arrived early and in perfect shape
    is {very} {good}`),
  item_badly: lines(`
    keeps crashing
    stopped working
    is falling apart
    never worked properly
    leaks
    smells of chemicals
    is impossible to set up
    gets far too hot
    looks nothing like the photo
    came without the screws
    scratches at the slightest touch
    freezes all the time
    makes a horrible noise
    is a waste of money
    went straight back to the shop
    gave me a headache
    drives me mad
    lost all my work
    was damaged in the post
    is {too} {bad}`),
  place_well: lines(`
    serves wonderful food
    treats guests like family
    has the friendliest staff
    is spotless
    is full of charm
    is worth the trip
    made us feel at home
    is my favourite in town
    looks after its customers
    got everything right
    has the best desserts
    was a real find
    is {very} {good}`),
  place_badly: lines(`
    is filthy
    charges far too much
    got our order wrong
    made us wait for ages
    has gone downhill
    smells of mould
    serves tasteless food
    lost our booking
    treats people badly
    refused to give us a refund
    ripped us off
    ruined our evening
    forgot about us
    is {too} {bad}`),
  work_well: lines(`
    is a joy from beginning to end
    moved me to tears
    made me laugh out loud
    keeps you guessing
    stays with you
    is full of surprises
    is beautifully written
    deserves every prize
    has a big heart
    has characters you care about
    gets better every time
    made my day
    is a masterpiece
    is {very} {good}`),
  work_badly: lines(`
    drags on and on
    goes nowhere
    is full of clichés
    left me cold
    put me to sleep
    insults your intelligence
    is far too long
    is predictable
    runs out of ideas
    falls flat
    wastes a good cast
    tries too hard
    is painful to sit through
    is {too} {bad}`),
  person_well: lines(`
    was kind to everyone
    went out of his way to help us
    made it all easy to understand
    listened to us
    solved the problem in minutes
    has a great sense of humour
    remembered our names
    always has a smile for everyone
    gave us good advice
    did a great job
    deserves a raise
    made the kids laugh`),
  person_badly: lines(`
    was rude and impatient
    ignored us
    shouted at me
    lied to us
    rolled his eyes
    never called back
    made fun of me
    had no idea what he was doing
    broke his promise
    cheated us
    kept interrupting me
    did a sloppy job
    was staring at his phone all the time
    made my daughter cry`),
  small_good: lines(`
    the design is nice
    the price is fair
    the idea is good
    the cast is strong
    it looks great
    the first half was fun
    the location is perfect
    the pictures are pretty
    the staff tried their best
    the drinks were fine
    the trailer was promising
    the box is lovely
    the music is catchy
    it was cheap
    the view is nice`),
  small_bad: lines(`
    it is a bit heavy
    the parking is tricky
    the cover is ugly
    the start is clumsy
    it costs a lot
    the menu is short
    it took a while to arrive
    the room was small
    the manual is confusing
    the chairs are hard
    the weather was grim
    the first song is weak
    the wait was long
    it is not cheap
    the colours are dull`),
  good_thing: words(`charm, taste, humour, heart, style, substance, quality, warmth, imagination, respect, care, energy,
    comfort, magic, originality, tension, flavour, value, joy`),
  bad_thing:
    words(`fuss, nonsense, trouble, stress, delay, problem, mistake, complaint, hassle, noise, weakness, regret,
    scratch, bug, disappointment, dull moment`),
  nuisance: words(`a dead battery at midnight, three hours in a traffic jam, another password reset, a leaking roof, wet
    socks, a cancelled appointment, spam calls at six in the morning, a queue around the block, a frozen screen during an
    exam, burnt toast, a power cut on a Sunday, an icy shower, a broken zip, mould in the bathroom, adverts every two
    minutes, lukewarm soup, a toothache on holiday, ants in the sugar, missing luggage, a wasp in my tent`),
  mishap: lines(`
    the {item} broke
    the {item} died in the middle of a call
    they raised the price
    my order went missing
    the heating failed
    the {person} forgot me
    they closed early
    I got the wrong size
    the line went dead
    the {item} caught fire
    the roof leaked
    my bag was stolen
    they charged me twice
    the website crashed
    the bus drove past without stopping
    my flight left without me`),
  chore:
    words(`fixing the {item}, arguing with the {person}, waiting for the {person}, looking for a parking space, reading
    error messages, listening to hold music, cleaning up other people's mess, standing in the rain`),
  pain: words(`watch paint dry, clean the oven, do my taxes, sit in a traffic jam, eat cardboard, stay at home, walk
    barefoot in the snow, count grains of rice`),
  joy: words(`😀, 😊, 🥰, 😍, 👍, 🙌, 🎉, ❤️, 💕, 🤩, ✨, 😁, 💖, 🥳, 😄, 💪, 🌞, 😋, 🤗, 👏`),
  grief: words(`😠, 😡, 😢, 😭, 💔, 👎, 🤮, 😞, 😤, 😒, 🙄, ☹️, 😩, 😔, 🤬, 😣, 😰, 🤢, 😓`),
  event: lines(`
    First day at the new job
    On the way to the beach
    Mum came to visit
    My exam results are here
    Back at the office
    Dinner with the team
    The dog at the vet
    Monday morning
    My sister called
    Waiting at the airport
    Last day of school
    Snow in April
    Our team in the final
    The letter came today
    The {work} is over
    My brother is moving out
    Back from the {place}
    New haircut
    The neighbours again
    Home at last
    Looking at old photos`),
  delight: lines(`
    Passed my driving test
    She said yes
    We moved in
    The baby took her first steps
    Finished my thesis
    Our cat came home
    I got the job
    My plants are in bloom
    The sun is out
    Surprise visit from my best friend
    Finally holidays
    My son made me breakfast
    We made it to the top
    Found my wallet`),
  sorrow: lines(`
    She left without a word
    Cancelled again
    They said no
    No holidays this year
    He never called back
    Failed the exam
    My laptop is gone
    The cat ran away
    Missed the last bus
    Stuck at work until ten
    Lost the final
    My best friend is moving away
    Another headache
    The trip is off`),
  span: words('two days, a week, one month, four uses, the first wash, six weeks, an hour, ten minutes, half a year'),
  high: words('8, 9, 9.5, 10, eight, nine, ten, 8.5'),
  low: words('0, 1, 2, 3, one, two, three, 1.5, 2.5, zero'),
  who: words(`my husband, my wife, my father, my sister, our daughter, my friends, everyone at work, my neighbour, the whole
    class, my flatmate, our guests, my niece`),
};
