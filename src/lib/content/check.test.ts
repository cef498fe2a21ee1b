import { describe, expect, it } from 'vitest';
import { fixtureFiles, plant } from '../../../tests/fixtures/plant.ts';
import { checkPack } from './check.ts';
import { formatIssue } from './issue.ts';
import { loadPack } from './load.ts';
import type { TextFile } from './yaml-file.ts';

const background = 'facts/background.yaml';
const stoppage = 'facts/stoppage.yaml';

interface Plant {
  readonly rule: string;
  readonly what: string;
  readonly file: string;
  readonly after?: string;
  readonly replace: string;
  readonly by: string;
  readonly says: string;
  /** Lines below the changed text at which the issue is reported; 0 unless told. */
  readonly below?: number;
}

function check(files: readonly TextFile[]) {
  const loaded = loadPack(files);
  if (!loaded.ok) throw new Error(loaded.error.map(formatIssue).join('\n'));
  return checkPack(loaded.value);
}

const plants: readonly Plant[] = [
  {
    rule: 'C1',
    what: 'a double id of a fact',
    file: stoppage,
    replace: 'id: dockers-return',
    by: 'id: lamb-dismissed',
    says: 'found the id lamb-dismissed twice (first at facts/stoppage.yaml:1)',
  },
  {
    rule: 'C1',
    what: 'a comparison with the id of a fact',
    file: 'comparisons.yaml',
    replace: 'id: how-many-crates',
    by: 'id: crates-lost',
    says: 'found the id crates-lost twice',
  },
  {
    rule: 'C1',
    what: 'a double entity',
    file: 'entities.yaml',
    replace: 'id: skarn',
    by: 'id: sandmouth',
    says: 'found the id sandmouth twice',
  },
  {
    rule: 'C2',
    what: 'an unknown entity as a value',
    file: stoppage,
    after: '- id: skarn-thanks-okonjo',
    replace: 'speaker: skarn',
    by: 'speaker: skorn',
    says: 'found the entity skorn',
  },
  {
    rule: 'C2',
    what: 'an unknown entity as a voice',
    file: stoppage,
    after: '- id: dockers-on-strike',
    replace: 'voice: dockers-guild',
    by: 'voice: guild',
    says: 'found the entity guild',
  },
  {
    rule: 'C2',
    what: 'an unknown source',
    file: background,
    after: '- id: sandmouth-fishing-town',
    replace: 'source: gazette',
    by: 'source: herald',
    says: 'found the source herald',
  },
  {
    rule: 'C2',
    what: 'an unknown episode',
    file: background,
    after: '- id: sandmouth-fishing-town',
    replace: 'episode: background',
    by: 'episode: prologue',
    says: 'found the episode prologue',
  },
  {
    rule: 'C2',
    what: 'an unknown contested topic',
    file: stoppage,
    after: '- id: crates-lost',
    replace: 'topics: [losses]',
    by: 'topics: [loses]',
    says: 'found the contested topic loses',
  },
  {
    rule: 'C2',
    what: 'a citation key that the fact does not have',
    file: stoppage,
    after: '- id: dockers-return',
    replace: 'cites: [c1]',
    by: 'cites: [c9]',
    says: 'found the citation c9, expected one of: c1',
  },
  {
    rule: 'C2',
    what: 'an unknown fact that is followed',
    file: stoppage,
    after: '- id: dockers-return',
    replace: 'id: accord-signed',
    by: 'id: accord-sealed',
    says: 'found the other fact accord-sealed',
  },
  {
    rule: 'C2',
    what: 'a comparison about a slot without a value',
    file: 'comparisons.yaml',
    replace: 'about: [crates-lost#number]',
    by: 'about: [crates-lost#speaker]',
    says: 'found crates-lost#speaker',
  },
  {
    rule: 'C3',
    what: 'a place in an office',
    file: background,
    after: '- id: okonjo-mayor-of-sandmouth',
    replace: 'person: { is: ines-okonjo',
    by: 'person: { is: sandmouth',
    says: 'found sandmouth, which is of type place, expected one of: person',
  },
  {
    rule: 'C4',
    what: 'an asked slot without a value',
    file: stoppage,
    after: '- id: skarn-thanks-okonjo',
    replace: 'ask: [speaker, addressee]',
    by: 'ask: [speaker, gist]',
    says: 'found gist asked, expected a slot in which the statement holds a value',
  },
  {
    rule: 'C4',
    what: 'nothing asked and no reason',
    file: stoppage,
    replace: '  because: What has not happened is no question with one right answer.\n',
    by: '',
    says: 'found ask: none alone',
    below: -1,
  },
  {
    rule: 'C4',
    what: 'a slot asked twice',
    file: stoppage,
    after: '- id: skarn-thanks-okonjo',
    replace: 'ask: [speaker, addressee]',
    by: 'ask: [speaker, speaker]',
    says: 'found speaker asked twice',
  },
  {
    rule: 'C5',
    what: 'a placeholder without a role',
    file: stoppage,
    after: '- id: dockers-return',
    replace: '{returning}',
    by: '{returned}',
    says: 'found {returned}, expected a role of actors: returning',
  },
  {
    rule: 'C5',
    what: 'a relation without its object',
    file: background,
    replace: 'a partner of {object}',
    by: 'a partner of old',
    says: 'found no {object}',
  },
  {
    rule: 'C6',
    what: 'an asked person whom no anchor holds',
    file: stoppage,
    after: '- id: quill-on-fairness',
    replace: 'Guild secretary Marta Quill',
    by: 'Guild secretary',
    says: 'found marta-quill asked, expected it in an anchor of c1',
    below: -11,
  },
  {
    rule: 'C6',
    what: 'an asked number that no anchor holds',
    file: stoppage,
    after: '- id: stoppage-length',
    replace: 'number: 19',
    by: 'number: 18',
    says: 'found the number 18 asked',
  },
  {
    rule: 'C6',
    what: 'an asked date whose weekday is not the one in the anchor',
    file: stoppage,
    after: '- id: dockers-return',
    replace: 'is: 1999-03-12',
    by: 'is: 1999-03-11',
    says: 'found the date 1999-03-11',
  },
  {
    rule: 'C6',
    what: 'an asked office that no anchor holds',
    file: background,
    replace: 'office: { is: mayor',
    by: 'office: { is: harbour master',
    says: 'found the office harbour master asked',
  },
  {
    rule: 'C7',
    what: 'a resolved day without its reasoning',
    file: stoppage,
    after: '- id: norrland-voices-concern',
    replace:
      'when: { is: 1999-03-08, because: The Monday before the report of Friday 12 March 1999. }',
    by: 'when: 1999-03-08',
    says: 'found 1999-03-08, which no anchor prints as a day and month',
  },
  {
    rule: 'C7',
    what: 'a range that begins with its end',
    file: background,
    after: '- id: wren-chairs-the-council',
    replace: 'as_of: 1999-03',
    by: 'as_of: 1999-03/1998-03',
    says: 'expected the earlier date first',
  },
  {
    rule: 'C7',
    what: 'an as_of that no paragraph prints',
    file: background,
    after: '- id: wren-chairs-the-council',
    replace: 'as_of: 1999-03',
    by: 'as_of: 1999-04',
    says: 'found as_of 1999-04, which no anchor prints',
  },
  {
    rule: 'C7',
    what: 'a reasoning from a paragraph that the date does not cite',
    file: stoppage,
    after: '- id: accord-signed',
    replace: 'because: The Thursday before the report',
    by: 'because: The Thursday (paragraph 5) before the report',
    says: 'found paragraph 5 in the reasoning',
    below: -4,
  },
  {
    rule: 'C8',
    what: 'a new revision without its correction',
    file: stoppage,
    after: '- id: stoppage-length',
    replace: 'ask: [number]',
    by: 'rev: 2\n  ask: [number]',
    says: 'found rev 2, expected corrected:',
  },
  {
    rule: 'C8',
    what: 'a comparison corrected at its first revision',
    file: 'comparisons.yaml',
    replace: 'reader: Two roundings of one span; either may be said.',
    by: 'reader: Either may be said.\n  corrected: { on: 1999-04-01, because: It was misread. }',
    says: 'found a correction at rev 1',
    below: 1,
  },
  {
    rule: 'C8',
    what: 'a retired fact that is still followed',
    file: stoppage,
    after: '- id: lamb-dismissed',
    replace: 'ask: [when, actor.dismisser, actor.dismissed]',
    by: 'retired: { because: It was told twice. }\n  ask: [when]',
    says: 'found lamb-dismissed, which is retired',
    below: 20,
  },
  {
    rule: 'C9',
    what: 'a loaded word in our own wording',
    file: stoppage,
    after: '- id: stoppage-length',
    replace: 'The stoppage lasted',
    by: 'The Blockade lasted',
    says: 'found “blockade”, expected neutral wording',
  },
  {
    rule: 'C9',
    what: 'a loaded word inside of a clause',
    file: stoppage,
    after: '- id: accord-signed',
    replace: 'rest: the Lantern Accord',
    by: 'rest: the heroic accord',
    says: 'found “heroic”',
  },
  {
    rule: 'C9',
    what: 'a loaded word in a position, which becomes an option',
    file: 'comparisons.yaml',
    replace: 'gist: nearly three weeks',
    by: 'gist: a blockade of nearly three weeks',
    says: 'found “blockade”',
  },
  {
    rule: 'C10',
    what: 'a quotation of seven words',
    file: stoppage,
    after: '- id: quill-on-fairness',
    replace: '“fairness”',
    by: '“one two three four five six seven”',
    says: 'found a quotation of 7 words',
  },
  {
    rule: 'C11',
    what: 'a verb that judges',
    file: stoppage,
    after: '- id: crates-lost',
    replace: 'Tobias Wren said that',
    by: 'Tobias Wren admitted that',
    says: 'found “admitted”, expected “said” for all sides',
  },
  {
    rule: 'C12',
    what: 'a circle of events',
    file: stoppage,
    after: '- id: lamb-dismissed',
    replace: 'dismissed: piet-lamb',
    by: 'dismissed: piet-lamb\n    follows: [{ id: dockers-return }]',
    says: 'found lamb-dismissed after dockers-return and before it',
    below: 1,
  },
  {
    rule: 'C13',
    what: 'a name in the explanation that no anchor holds',
    file: stoppage,
    after: '- id: dockers-on-strike',
    replace: 'The figure is the Guild’s own.',
    by: 'The figure is older than that of Norrland.',
    says: 'found Norrland, expected it in an anchor of the fact',
  },
  {
    rule: 'C13',
    what: 'a number in the statement that no anchor holds',
    file: stoppage,
    after: '- id: dockers-on-strike',
    replace: 'about 260 dockers stopped work',
    by: 'about 260 of four hundred dockers stopped work',
    says: 'found four hundred, expected it in an anchor of the fact',
  },
  {
    rule: 'C13',
    what: 'a capitalised word that is no entity and in no anchor',
    file: stoppage,
    after: '- id: dockers-on-strike',
    replace: 'The figure is the Guild’s own.',
    by: 'The figure was given in Oldhaven.',
    says: 'found Oldhaven, expected it in an anchor',
  },
  {
    rule: 'C13',
    what: 'a year in the wording of a question that no anchor holds',
    file: stoppage,
    after: '- id: stoppage-length',
    replace: 'of: did the stoppage last',
    by: 'of: did the dispute of 1999 last',
    says: 'found 1999, expected it in an anchor of the fact',
  },
  {
    rule: 'C13',
    what: 'a number in a position that none of its anchors holds',
    file: 'comparisons.yaml',
    replace: 'gist: at most 900 crates',
    by: 'gist: at most 950 crates',
    says: 'found 950, expected it in an anchor of the position',
  },
  {
    rule: 'C14',
    what: 'a contested fact told as plain truth by one report alone',
    file: stoppage,
    replace: 'One report says that the accord does not bring Piet Lamb back.',
    by: 'The accord does not bring Piet Lamb back.',
    says: 'found a contested fact told by one report alone',
  },
  {
    rule: 'C15',
    what: 'an accusation without its accused',
    file: stoppage,
    after: '- id: fair-on-the-night-shift',
    replace: 'acts: [assert]',
    by: 'acts: [accuse]',
    says: 'found an accusation, expected the accused as its addressee',
    below: -2,
  },
  {
    rule: 'C15',
    what: 'an accused whom no anchor names',
    file: stoppage,
    after: '- id: fair-on-the-night-shift',
    replace: 'acts: [assert]',
    by: 'acts: [accuse]\n    addressee: tobias-wren',
    says: 'found tobias-wren, expected the one whom the speaker would accuse',
    below: 1,
  },
  {
    rule: 'C16',
    what: 'who said so, where only one speaker can be told apart',
    file: 'comparisons.yaml',
    after: '- id: how-many-crates',
    replace: 'voice: marta-quill',
    by: 'voice: narration',
    says: 'found who asked, expected positions of two speakers',
    below: 4,
  },
  {
    rule: 'C16',
    what: 'agreement asked of one voice in one source',
    file: 'comparisons.yaml',
    replace: 'cites: [{ source: courier, paragraph: 3, anchors: [nearly three weeks] }]',
    by: 'cites: [{ source: gazette, paragraph: 3, anchors: [nearly three weeks] }]\n  ask: [agree]',
    says: 'found agree asked, expected two sources or two voices',
    below: 1,
  },
];

describe('checking a pack', () => {
  it('finds nothing wrong with the fixture pack', async () => {
    expect(check(await fixtureFiles())).toEqual([]);
  });

  it.each(plants)('$rule: $what', async ({ rule, file, says, below = 0, ...change }) => {
    const { files, line } = plant(await fixtureFiles(), file, change);
    const issues = check(files);
    expect(issues.map(formatIssue).join('\n')).toContain(says);
    const issue = issues.find(({ message }) => message.includes(says));
    expect(issue?.message).toMatch(new RegExp(`\\(${rule}\\)$`));
    expect({ file: issue?.file, line: issue?.line }).toEqual({ file, line: line + below });
  });

  it('C7: a date that rests on a publication date from outside is not asked', async () => {
    const { files } = plant(await fixtureFiles(), 'sources.yaml', {
      after: '- id: courier',
      replace: 'basis: stated',
      by: 'basis: outside',
    });
    const messages = check(files).map((issue) => issue.message);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toContain('found 1999-03-12 asked, which rests on a publication date');
    expect(messages[1]).toContain('expected a reference');
  });

  it.each([
    ['in quotation marks', stoppage, 'The stoppage lasted', 'The “blockade” lasted'],
    ['as a part of another word', stoppage, 'The stoppage lasted', 'The blockaders lasted'],
    [
      'in quotation marks in a position',
      'comparisons.yaml',
      'gist: nearly three weeks',
      'gist: a “blockade” of nearly three weeks',
    ],
  ])('C9: a loaded word may stand %s', async (_, file, replace, by) => {
    expect(check(plant(await fixtureFiles(), file, { replace, by }).files)).toEqual([]);
  });

  it('C6: a metonym holds what it stands for', async () => {
    const { files } = plant(await fixtureFiles(), stoppage, {
      after: '- id: norrland-voices-concern',
      replace: 'speaker: olaf-brandt',
      by: 'speaker: norrland',
    });
    const metonym = plant(files, stoppage, {
      after: '- id: norrland-voices-concern',
      replace: 'anchors: [Norrland, Monday',
      by: 'anchors: [the embassy of Norrland, Monday',
    });
    expect(check(metonym.files)).toEqual([]);
  });
});
