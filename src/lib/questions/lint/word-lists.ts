/** Words by which a flaw shows itself. Each list belongs to one rule and names what its definition names. */

const anyOf = (words: string) => new RegExp(`\\b(?:${words})\\b`, 'iu');

/** Quantifiers that allow no exception. `only` limits and does not generalise, except in front of everything. */
export const absolute = anyOf(
  'always|never|every|everyone|everybody|everything|everywhere|nobody|no one|nothing|nowhere|none|all (?:the|of|its|their|his|her|states|countries|people|parties|sides|cases|other|times|areas)|' +
    'completely|totally|entirely|absolutely|invariably|impossible|without exception|in no case|in any case|no \\p{L}+ (?:at all|whatsoever)|' +
    'under no circumstances|under any circumstances|at all times|forever|unanimously|universally|solely|exclusively|inevitably|undoubtedly|certainly|definitely|perfectly|wholly|fully|not a single|not once|at no time|without fail|constantly|unfailingly|each and every|no matter what|whatever happens|beyond (?:any )?doubt|anything|anyone|anybody|any (?:ship|man|woman|person|state|country|case|kind) (?:at all|whatever)|the whole of|the entire|ever again|for ever|eternal|total (?!of|number|sum)|utterly',
);

/** Words of frequency, amount and likelihood that two readers measure differently. */
export const vague = anyOf(
  'often|sometimes|frequently|infrequently|occasionally|rarely|seldom|usually|generally|normally|typically|commonly|mostly|mainly|largely|partly|somewhat|' +
    'many|several|some|a few|few|a lot|lots|plenty|numerous|countless|various|a number of|a couple of|a great deal|a large number|a small number|' +
    'probably|possibly|perhaps|maybe|likely|quite|rather|fairly|relatively|soon|recently|lately|long ago|a while|for a time|sort of|kind of|and so on|etc|significant|significantly|considerable|considerably|substantial|substantially|moderate|moderately|reasonable|reasonably|adequately|a (?:good|great) (?:many|deal)|very many|a handful|dozens|scores|to (?:some|a certain|a large) (?:extent|degree)|more or less|by and large|from time to time|now and (?:then|again)|time and again|at times|every so often|every now and|as a rule|once in a while|on occasion|on the whole|hardly|scarcely|barely|some time|for long|a little|not much|not long|before long|shortly|in due course|a good part|off and on|nearly always|almost never|a certain',
);
/** Of these a stem says nothing that can be checked either. */
export const vagueInStem = anyOf(
  'often|sometimes|frequently|occasionally|rarely|seldom|usually|generally|normally|typically|commonly|sort of|kind of|and so on|etc|quite|rather (?!than)|somewhat|fairly|a lot|more or less|by and large|from time to time|now and (?:then|again)|at times|every so often|as a rule|for some time|shortly',
);

/** Verbs that judge what somebody said. One verb, `said`, stands for all sides. */
export const judgingVerbs = anyOf(
  'claimed|claims|claiming|alleged|alleges|admitted|admits|insisted|insists|revealed|reveals|boasted|boasts|conceded|concedes|confessed|confesses|purported|' +
    'asserted|asserts|contended|pretended|pointed out|lied|whined|ranted|raged|bragged|rightly|falsely|lamented|warned|threatened',
);

/** What no report on states, wars and politics could mean: beings of stories, games, food, beasts, other worlds, long-dead people. */
export const outlandish = anyOf(
  'santa claus|father christmas|mickey mouse|donald duck|darth vader|batman|superman|spider-?man|harry potter|hogwarts|gandalf|sherlock holmes|(?:king )?neptune|poseidon|sinbad(?: the sailor)?|captain (?:nemo|hook|ahab|sparrow)|robin hood|robinson crusoe|popeye|dracula|frankenstein|king arthur|merlin|peter pan|moby dick|odysseus|hercules|thor|odin|aladdin|pinocchio|cinderella|snow white|james bond|homer simpson|barbie|godzilla|king kong|zeus|' +
    'elvis(?: presley)?|napoleon(?: bonaparte)?|julius caesar|cleopatra|genghis khan|william shakespeare|shakespeare|christopher columbus|albert einstein|isaac newton|aristotle|plato|socrates|mozart|beethoven|leonardo da vinci|queen victoria|alexander the great|' +
    'taylor swift|beyonc[eé]|lionel messi|messi|cristiano ronaldo|lady gaga|madonna|justin bieber|' +
    'aliens?|martians?|unicorns?|dragons?|dinosaurs?|wizards?|witch(?:es)?|ghosts?|zombies?|vampires?|fairy|fairies|tooth fairy|elves|mermaids?|robots?|' +
    'penguins?|elephants?|cats?|dogs?|goldfish|hamsters?|kittens?|bananas?|pizzas?|ice cream|chocolate|cheese|cakes?|sandwich(?:es)?|pancakes?|hamburgers?|spaghetti|' +
    'the moon|mars|jupiter|saturn|the sun|outer space|atlantis|antarctica|narnia|north pole|south pole|middle earth|disneyland|disney|' +
    'chess|karaoke|circus|magic|a spell|time machine|time travel|telepathy|carrier pigeons?|crystal ball|lottery|beauty contest|song contest|eurovision|world cup|olympics|olympic games|snowball fight|pillow fight|dance-off|football club|pop star',
);

/** Names and titles that tell of men alone, and of women alone. */
export const male =
  /\b(?:mr|brother\p{L}*|sons?|\p{L}*men|\p{L}*men[’']s|kings?|fathers?|sir|lords?|boys?|husbands?)\b/iu;
export const female =
  /\b(?:mrs|ms|miss|sister\p{L}*|daughters?|(?:\p{L}+)?women|wives|wives[’']|wife|queens?|mothers?|lad(?:y|ies)|girls?|nuns?)\b/iu;
