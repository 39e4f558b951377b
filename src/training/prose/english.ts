import type { ProseTemplates } from '../prose';
import { lines, words } from './lists';

/** Plain English: appointments, places, instructions, figures, news, questions. */
export const ENGLISH_PROSE: ProseTemplates = {
  words: {
    room: words(`the garden, the living room, the library, the yard, the classroom, the basement, the hall`),
    doing: words(
      `reading a book, washing the dishes, making a phone call, writing a letter, cooking, watching television, doing homework, watering the plants, drinking tea, sweeping the floor, fixing a shelf, playing cards, sorting the laundry, ironing shirts, feeding the cat, packing a bag, painting a door, knitting, peeling potatoes, checking the post`,
    ),
    who: words(
      `Anna, the manager, my neighbour, our teacher, the driver, Mr Lee, a colleague, the editor, my sister, the council, Omar, Dr Novak, the caretaker, the mayor, Maria, the intern, my uncle, the student, the operator, the engineer, Ken, the accountant`,
    ),
    Who: words(
      `Anna, The manager, My neighbour, Our teacher, The driver, Mr Lee, A colleague, The editor, My sister, The council, Omar, Dr Novak, The caretaker, The mayor, Maria, The intern, My uncle, The student, The operator, The engineer, Ken, The accountant`,
    ),
    day: words(
      `Monday, Tuesday, Wednesday, Friday, Sunday, the first of May, tomorrow morning, next week, the weekend, Saturday, Thursday, 3 June, 21 October, the second week of March, this afternoon, the last day of the month, New Year's Eve`,
    ),
    time: words(
      `noon, half past four, 8 am, 10:30, a quarter to seven, six in the evening, eleven, 2 pm, 7:15, nine, 21:00, five past one, midnight, 4.30 pm, three thirty, 8:45 am`,
    ),
    place: words(
      `the town hall, the station, the second floor, room 12, the harbour, the old school, the office, the park, the post office, Madrid, Chicago, Oslo, the car park, platform 4, gate B12, the canteen, the town of Lund, the archive, the lake, Nairobi, Lima, Kyoto, Hamburg, the ground floor, the market square, the border, the gym, the surgery, the reading room, the bus stop`,
    ),
    thing: words(
      `the report, the parcel, the bicycle, a ladder, the printer, the table, a blue folder, the invoice, the lamp, a screwdriver, the calendar, the map, the contract, the keys to the shed, a spare tyre, the USB stick, the tickets, the minutes, a bag of cement, the password, the recipe, the toolbox, the projector, a box of nails, the sample`,
    ),
    Thing: words(
      `The report, The parcel, The bicycle, The printer, The table, The invoice, The lamp, The calendar, The map, The form, The camera, The novel, The laptop, The contract, The spare tyre, The USB stick, The letter, The toolbox, The projector, The sample, The cupboard, The album, The microphone, The phone, The jacket, The drill, The kettle, The battery, The window, The dictionary`,
    ),
    event: words(
      `lecture, concert, class, conference, match, appointment, course, interview, workshop, screening, call, session, seminar, hearing, auction, training, rehearsal, meeting, exhibition, fire drill, election, parade, tour, exam, briefing, webinar, tournament, ceremony`,
    ),
    number: [
      'two',
      'three',
      'five',
      '12',
      '40',
      '150',
      '7',
      '1,200',
      'nine',
      '18',
      '64',
      '300',
      '2,500',
      'six',
      'eleven',
      '0.5',
      '99',
    ],
    year: words(`1848, 1912, 1978, 1994, 2006, 2015, 2024, 1931, 1967, 1985, 2003, 2010, 2019, 2022`),
    unit: words(
      `kilometres, pages, kilograms, minutes, people, tables, litres, metres, rooms, kilobytes, words, degrees, centimetres, shelves, grams, seats, acres, hours, copies, rows, columns`,
    ),
    animal: words(`storks, foxes, bees, bats, herons, carp, moose, ants, seals, hedgehogs`),
    stuff: words(`zinc, salt, glass, oxygen, wool, helium, sand, cement, sugar, aluminium, paper, cotton, rubber`),
    act: words(`renew the passport, change the filter, fill in the form, restart the router, print the list, read the meter,
      book a table, return the books, water the tomatoes, update the address, measure the window, label the jars, back up
      the files, post the letters, order toner, charge the phone, unlock the door, move the desk`),
    field: words(
      `physics, geography, linguistics, law, statistics, geology, music theory, botany, archaeology, marketing`,
    ),
    code: words(`the parser, the script, this class, the module, the query, the loop, the config file, the test, the API,
      the macro, the compiler, the cache`),
    colour: words(`grey, green, white, brown, black, yellow, red, blue, orange, purple, silver, beige`),
    job: words(
      `electrician, nurse, student, translator, farmer, pilot, clerk, plumber, librarian, tax adviser, cook, gardener, baker, chemist, surveyor, reporter, bus driver, carpenter`,
    ),
    topic: words(
      `the budget, the new road, soil samples, the history of printing, chess, tax forms, the timetable, railway maps, the index, water levels, the annual accounts, bird migration, parking permits, the minutes, steel prices, verb endings, map projections, bees, insurance terms, the exchange rate, recycling, the harvest, data formats, the tax year, school meals`,
    ),
    part: words(
      `a cable, a battery, a cover, two screws, a lens, a memory card, an instruction sheet, a charger, a strap, a spare bulb, a power adapter, a bag, an audio cable, a stand, a warranty card, four batteries`,
    ),
  },
  sentences: lines(`
    The {event} starts at {time}.
    The {event} begins on {day} at {time}.
    The {event} was moved to {day}.
    The {event} takes place in {place}.
    Our {event} is on {day}.
    There is a {event} at {place} on {day}.
    The next {event} will be held at {time}.
    The {event} lasts {number} hours.
    {Who} arrives on {day}.
    {Who} works as a {job} in {place}.
    {Who} lives near {place}.
    {Who} wrote about {topic} in {year}.
    {Who} put {thing} on the shelf.
    {Who} sent {thing} to {place} on {day}.
    {Who} will call at {time}.
    {Who} talked about {topic}.
    {Who} is walking to {place}.
    {Who} bought {thing} on {day}.
    {Who} is from {place}.
    {Who} has {number} brothers.
    {Thing} is {colour}.
    {Thing} weighs {number} kilograms.
    {Thing} is in {place}.
    {Thing} comes with {part}.
    {Thing} is made of wood.
    {Thing} was delivered on {day}.
    {Thing} was printed in {year}.
    {Thing} costs {number} dollars.
    {Thing} has {number} {unit}.
    {Thing} comes in {colour} and {colour}.
    {Thing} is sold in packs of {number}.
    {Thing} is about {topic}.
    {Thing} is listed on page {number}.
    The set includes {part}.
    The film is set in {place} in {year}.
    The story takes place in {place}.
    The book has {number} chapters.
    The museum is closed on {day}.
    The bank is next to {place}.
    The road leads from {place} to {place}.
    The distance is {number} {unit}.
    The building was finished in {year}.
    The town has about {number} thousand inhabitants.
    The survey covers {number} {unit}.
    The ferry departs at {time}.
    Please bring {thing} on {day}.
    Press the {colour} button and wait {number} seconds.
    Turn left at {place}.
    Add {number} spoons of flour and stir.
    Sign the form and send it to {place}.
    Enter your name in the field below.
    Save the file and close the window.
    The value is set to {number} by default.
    The table lists {topic} by year.
    See section {number} for {topic}.
    The method takes {number} arguments.
    The server listens on port {number}.
    He was born in {place} in {year}.
    She studies {topic} at the university.
    They met in {place} in {year}.
    We have lived here since {year}.
    I am at {place}.
    I will be at {place} at {time}.
    I am going to {place} on {day}.
    I have an {event} on {day}.
    We are meeting {who} at {time}.
    I parked near {place}.
    I usually get up at {time}.
    My flight to {place} is on {day}.
    The minutes of the {event} were sent to {who}.
    It is {time} in {place}.
    Today is {day}.
    The {job} came at {time}.
    The temperature was {number} degrees on {day}.
    The paper describes {topic}.
    The article was updated on {day}.
    When does the {event} start?
    When is the {event}?
    Where is {place}?
    Where can I find {thing}?
    Who has {thing}?
    Did {who} send {thing}?
    How far is it to {place}?
    How many {unit} are there?
    Is {who} in {place}?
    Does the set include {part}?
    Which {event} is on {day}?
    Can I pick up {thing} on {day}?
    What is the number of {place}?
    Is the {event} on {day} or on {day}?
    What colour is {thing}?
    Are you going to {place} on {day}?
    How long is the {event}?
    Do you have {thing} in {colour}?
    Is there a {event} at {time}?
    What is {topic}?
    Who wrote {thing}?
    Does anyone know where {who} works?
    Has {who} read {thing}?
    Wikipedia lists {number} towns of that name.
    According to {who}, the {event} is on {day}.
    New opening hours from {day}: {time} to {time}.
    Agenda for {day}: {topic}.
    Minutes: {number}. Participants: {number}.
    Part {number} of {number}
    {number} {unit}
    {day}, {time}
    Re: {topic}
    Version {number} was released in {year}.
    He is {doing} in {room}.
    She was {doing} in {room} at {time}.
    The children are {doing} in {room}.
    I am {doing} in {room}.
    My father is {doing}.
    I cycle to {place}.
    She takes the tram to {place}.
    Where do I buy {part}?
    The earth goes around the sun.
    Iron is heavier than wood.
    The play runs for {number} minutes.
    The show was first broadcast in {year}.
    Has anybody been to {place}?
    {Stuff} melts at {number} degrees.
    {Stuff} is used in {place}.
    {Stuff} is measured in {unit}.
    {Animal} sleep during the day.
    {Animal} live in groups of {number} or more.
    {Animal} are found in the north of the country.
    Most {animal} lay eggs in spring.
    The capital of the region is {place}.
    The lake is {number} metres deep.
    The mountain is {number} metres high.
    The population was {number} thousand in {year}.
    The bridge has {number} arches.
    The law was passed in {year}.
    The war lasted from {year} to {year}.
    The company was founded in {year} by {who}.
    The ministry published figures on {topic}.
    Prices rose by {number} percent in {year}.
    Unemployment stood at {number} percent.
    Parliament debated {topic} on {day}.
    {Who} was elected in {year}.
    {Who} teaches {field} in {place}.
    {Who} is a {job}.
    {Who} is {number} years old.
    {Who} and {who} work in the same building.
    {Who} asked about {topic}.
    {Who} wants to know when the {event} is.
    {Who} is waiting at {place}.
    {Who} told {who} to {act}.
    {Who} has to {act} by {day}.
    {Who} forwarded the message to {who}.
    {Who} turned on the light and opened {thing}.
    I have to {act}.
    I need to {act} before {time}.
    We will {act} on {day}.
    They are going to {act}.
    Remember to {act}.
    Please {act}.
    Can you {act}?
    Could someone {act} on {day}?
    Did you {act}?
    How do I {act}?
    How often should one {act}?
    Should I {act} first or {act}?
    Who is going to {act}?
    Where do people {act} here?
    To {act}, go to {place}.
    First {act}, then {act}.
    If you want to {act}, call {who}.
    {Code} reads one line at a time.
    {Code} takes a list and a number.
    {Code} was renamed in version {number}.
    {Code} depends on {code}.
    {Code} writes the result to a file.
    {Code} runs every {number} minutes.
    Where is {code} defined?
    What does {code} return?
    Change line {number} of {code}.
    The default of this option is {number}.
    Use a comma between the values.
    The column holds dates.
    The log has {number} lines.
    Select {thing} in the menu and press Enter.
    Open the settings and choose the {colour} theme.
    There are {number} files in the folder.
    The upload is limited to {number} megabytes.
    {Thing} belongs to {who}.
    {Thing} stands beside {thing}.
    {Thing} is {number} centimetres wide.
    {Thing} runs on {part}.
    {Thing} is stored in {place}.
    {Thing} has a {colour} label.
    {Thing} was bought in {place} in {year}.
    {Thing} and {thing} are on the list.
    {Thing} is due on {day}.
    {Thing}: {number} {unit}, {colour}
    Is {thing} {colour} or {colour}?
    Whose is {thing}?
    How much does {thing} weigh?
    How many {unit} does {thing} have?
    Does {thing} run on {part}?
    Which of the two is {colour}?
    Why is {thing} in {place}?
    Where was {thing} made?
    When was {who} born?
    What is {who} doing in {place}?
    What did {who} say about {topic}?
    What is on the menu on {day}?
    Who is in charge of {topic}?
    Is the {event} before or after lunch?
    Will the {event} be recorded?
    Does the {event} take place online?
    How do you spell that name?
    What is the postcode of {place}?
    Which page is it on?
    Which train do you take?
    Are pets allowed in {place}?
    I live {number} kilometres from {place}.
    I got the message at {time}.
    I am {doing}.
    I was {doing} when {who} called.
    I usually have lunch at {time}.
    I read about {topic} yesterday.
    I bought {thing} and {thing}.
    I work from home on {day}.
    My {event} is at {time}, yours is at {time}.
    Our office has moved to {place}.
    We are a family of five.
    We have two cats and a rabbit.
    It is raining in {place}.
    It is cloudy and {number} degrees.
    The sun rises at {time}.
    The train stops at {place} and {place}.
    Bus {number} goes to {place}.
    The line to {place} runs every {number} minutes.
    The road to {place} is two kilometres long.
    The shop in {place} sells {stuff} and {stuff}.
    The recipe asks for {number} grams of {stuff}.
    Chop the onions and put them into a pot.
    Let the dough rest until {time}.
    Fold the sheet in the middle.
    The band has {number} members.
    The album has {number} songs.
    The series is set in {place}.
    The novel begins in {place} in {year}.
    The main character is a {job}.
    The film is about a {job} from {place}.
    The documentary is about {topic}.
    The play was written in {year}.
    The director was born in {place}.
    The hotel has {number} rooms.
    The restaurant is in {place}.
    Breakfast is served from {time}.
    Check-in is from {time}.
    The menu has {number} dishes.
    The phone has {number} gigabytes of memory.
    The camera takes {part}.
    The model from {year} has {part}.
    The jacket is sold in {number} sizes.
    The order was placed on {day}.
    The parcel contains {part}.
    Delivery takes {number} days.
    The warranty covers {number} months.
    Returns are sent to {place}.
    Tickets are sold at {place}.
    Entry is {number} euros for adults.
    Members vote on {topic} once a year.
    Items on the agenda: {topic}, {topic}.
    From {place} to {place} in {number} hours
    Now reading: a book about {topic}
    On my way to {place}.
    Just landed in {place}.
    At {place} with {who}.
    Live from {place} at {time}: the {event}
    {Who} will play in {place} on {day}.
    {Who} vs {who}, {day}, {time}
    Tomorrow: {event} in {place}
    Poll: do you {act} in the morning or in the evening?
    Pain relief is sold in pharmacies.
    The Good Hope ferry leaves at {time}.
    The fire brigade is on the {colour} map.
    The accident report has {number} pages.
    The complaints desk is on the second floor.
    The word "love" has four letters.
    The bad weather fund was set up in {year}.
    Happy hour is from {time} to {time}.
    The award is given every {number} years.
    The winner is drawn on {day}.
    The patient takes one tablet in the morning.
    The loss for {year} was {number} million.
    The free trial lasts {number} days.`),
};
