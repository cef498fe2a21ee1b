/** Names of students. They are data of others' making: normalised, bounded, and shown as text only. */
import type { Random } from '#lib/base/random.ts';
import { err, ok, type Result } from '#lib/base/result.ts';

/** In characters as a reader counts them. */
export const MAX_NAME = 24;
/** Names that a teacher's list may hold. */
export const MAX_ROSTER = 200;
/** Marks stacked on one letter; more are dropped. */
const MOST_MARKS = 2;

/**
 * A name as it is kept: NFKC, one line, no characters that are unseen or that turn the direction of writing,
 * at most {@link MAX_NAME} characters. `null` if nothing that can be seen is left.
 */
export function cleanName(written: string): string | null {
  const plain = written
    .slice(0, 400)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, ' ')
    .replace(new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu'), '$1')
    .replace(/[\s\p{Z}\u{115f}\u{1160}\u{3164}\u{ffa0}\u{2800}]+/gu, ' ')
    .trim();
  const short = charactersOf(plain).slice(0, MAX_NAME).join('').trim();
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(short) ? short : null;
}

/** Made when it is needed: browsers of 2020 that load this for the folding alone do not have it. */
function charactersOf(text: string): readonly string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Names that fold to the same are the same person's to a reader: `José` and `JOSE`. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The name, or with a number behind it if it is taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(foldName(name))) return name;
  const folded = foldName(name);
  for (let number = 2; ; number++)
    if (!taken.has(`${folded} ${number}`.trim())) return `${name} ${number}`;
}

/** The entry of a teacher's list that is meant, by its whole name or by a first name that only one has. */
export function rosterName(
  roster: readonly string[],
  written: string,
  taken: ReadonlySet<string>,
): Result<string, 'not-on-roster' | 'name-taken'> {
  const wanted = foldName(written);
  const whole = roster.filter((name) => foldName(name) === wanted);
  const found =
    whole.length > 0 ? whole : roster.filter((name) => foldName(name).split(' ')[0] === wanted);
  const [name] = found;
  if (name === undefined || found.length > 1) return err('not-on-roster');
  return taken.has(foldName(name)) ? err('name-taken') : ok(name);
}

/** A name from the room: a colour and a bird. It says nothing about who bears it. */
export function givenName(taken: ReadonlySet<string>, random: Random): string {
  const pick = (words: readonly string[]) => words[random.integer(words.length)] ?? '';
  for (let tries = 0; tries < 8; tries++) {
    const name = `${pick(colours)} ${pick(birds)}`;
    if (!taken.has(foldName(name))) return name;
  }
  // Most are taken: a number makes room, and the search ends.
  const name = `${pick(colours)} ${pick(birds)}`;
  for (let tries = 0; tries < 8; tries++) {
    const numbered = `${name} ${2 + random.integer(998)}`;
    if (!taken.has(foldName(numbered))) return numbered;
  }
  return freeName(name, taken);
}

const colours = (
  'Amber Azure Beige Blue Bronze Cobalt Copper Coral Cream Crimson Cyan Emerald Gold Green Grey Indigo Ivory ' +
  'Jade Lemon Lilac Lime Maroon Mauve Mint Navy Ochre Olive Orange Pearl Pink Plum Purple Red Rose Ruby ' +
  'Russet Saffron Sapphire Scarlet Silver Teal Topaz Turquoise Umber Violet White Yellow'
).split(' ');

const birds = (
  'Albatross Avocet Bittern Bunting Buzzard Chaffinch Chough Cormorant Crane Curlew Dipper Dove Dunlin Eagle ' +
  'Egret Eider Falcon Finch Fulmar Gannet Godwit Goldcrest Goose Grebe Guillemot Harrier Hawk Heron Hoopoe Ibis ' +
  'Jackdaw Jay Kestrel Kingfisher Kite Kittiwake Lapwing Lark Linnet Magpie Martin Merlin Nuthatch ' +
  'Oriole Osprey Owl Pelican Petrel Pipit Plover Puffin Quail Raven Redstart Robin Rook Ruff Sandpiper Serin ' +
  'Siskin Skua Snipe Sparrow Starling Stilt Stork Swallow Swan Swift Tern Thrush Turnstone Wagtail Warbler ' +
  'Wheatear Whimbrel Wren'
).split(' ');
