/** Which rivals are plausible: rules that came from readings of a hundred questions of the first pack. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { DrawnMap } from '#lib/content/map-schema.ts';
import { loadFolderMap, loadPackFolder, packFolders } from '../../cli/read-pack.ts';
import { questionFor } from './generate.ts';
import { hasOptions, type Format, type Question } from './question.ts';
import { indexQuestions, type Asked, type Facet, type QuestionIndex } from './question-index.ts';
import { assessRivals } from './rivals.ts';

let index: QuestionIndex;

beforeAll(async () => {
  const [folder = ''] = await packFolders();
  const drawn: DrawnMap | null = (await loadFolderMap(folder)) ?? null;
  index = indexQuestions(await loadPackFolder(folder), drawn ?? undefined);
});

function facetOf(card: string): Facet {
  const facet = index.facets.get(card);
  if (facet === undefined) throw new Error(`No such card: ${card}`);
  return facet;
}

/** What the pack gives for a card and is known to be wrong. */
function soundFor(card: string): readonly string[] {
  return assessRivals(index, facetOf(card)).flatMap(({ text, dropped }) =>
    dropped === null ? [text] : [],
  );
}

function ask(card: string, format: Format, seed: number): Question | null {
  const { cardId, fact, slot } = facetOf(card);
  const asked: Asked = { id: cardId, itemId: fact.id, facet: slot.name };
  return questionFor(index, asked, format, seed);
}

const seeds = Array.from({ length: 20 }, (_, seed) => seed);

/** All options that twenty seeds give beside the key. */
function drawnFor(card: string): ReadonlySet<string> {
  const texts = seeds.flatMap((seed) => {
    const question = ask(card, 'choice', seed);
    if (question === null || !hasOptions(question)) return [];
    return question.options.flatMap(({ text }, at) => (at === question.key ? [] : [text]));
  });
  return new Set(texts);
}

describe('Q32 rivals fit what the stem tells', () => {
  it('office: of the same state only', () => {
    expect(soundFor('lavrov-office#person')).toEqual(
      expect.arrayContaining(['Sergei Shoigu', 'Vladimir Putin', 'Dmitry Peskov']),
    );
    expect(soundFor('lavrov-office#person')).toHaveLength(3);
    expect(soundFor('lavrov-office#office')).not.toContain('prime minister of Armenia');
    expect(ask('cavusoglu-office#person', 'choice', 1)).toBeNull();
  });

  it('deed: people of the same state', () => {
    expect(soundFor('pashinyan-came-to-power#actor.leader')).not.toContain('Mevlut Cavusoglu');
    expect(soundFor('pashinyan-came-to-power#actor.leader')).toContain('Onik Gasparyan');
  });

  it('words: people of the same report, or at home at that time', () => {
    const rivals = soundFor('melkonyan-on-pashinyan#speaker');
    expect(rivals).toContain('Sergei Lavrov');
    expect(rivals).not.toContain('Mevlut Cavusoglu');
    expect(soundFor('kocharian-supports-the-army#speaker')).not.toContain('Ilham Aliyev');
  });

  it('words: nobody of whom the matter is, and no other state where it is one state’s own', () => {
    const rivals = soundFor('turkey-on-the-militarys-call#speaker');
    expect(rivals).toContain('Dmitry Peskov');
    expect(rivals).not.toContain('Onik Gasparyan');
    expect(rivals).not.toContain('Tiran (Tigran) Khachatryan');
    expect(soundFor('pashinyan-on-martial-law#speaker')).not.toContain('Russia');
  });

  it('of two who lost an office, each holding another, the one is a rival of the other', () => {
    expect(drawnFor('khachatryan-dismissed#actor.dismissed')).toContain('Onik Gasparyan');
    expect(drawnFor('gasparyan-dismissed#actor.dismissed')).toContain('Tiran (Tigran) Khachatryan');
  });

  it('means: who used one at another time is no rival', () => {
    expect(ask('pashinyan-denies-deal#channel', 'attribution', 1)).toBeNull();
    expect(ask('kremlin-calls-for-calm#channel', 'attribution', 1)).not.toBeNull();
  });

  it('a description stands beside no names', () => {
    expect(soundFor('peskov-office#person')).not.toContain('a Russian military official');
    expect(ask('russian-reply-on-rt#speaker', 'choice', 1)).toBeNull();
  });

  it('place: no scene of another time, no building beside towns', () => {
    const rivals = soundFor('pashinyan-met-shoigu#where');
    expect(rivals).toContain('Baku');
    expect(rivals).not.toContain('Budapest');
    expect(soundFor('aliyev-thanks-putin#where')).not.toContain('Republic Square');
  });

  it('state: not the other side of the same war', () => {
    expect(soundFor('turkey-ally-of-azerbaijan#subject')).not.toContain('Armenia');
  });

  it('gist: of the same matter, or of what it is a part of', () => {
    // One report says `it` of the agreement, of the visit and of a centre: only the first is of one matter with the key.
    const rivals = soundFor('lavrov-on-questioning-agreement#gist');
    expect(rivals).toContain('It had been necessary to prevent even greater losses');
    expect(rivals).not.toContain('It was even harder than the time before the fighting');
    expect(soundFor('aliyev-on-monitoring#gist')).toEqual([]);
    expect(soundFor('pashinyan-speaks-of-a-coup#gist')).toEqual([
      'It was made from conviction, without pressure',
    ]);
    // The mission is a part of the agreement.
    expect(soundFor('russia-on-turkish-troops#gist')).toContain(
      'It had been necessary to prevent even greater losses',
    );
    expect(soundFor('russian-reply-on-rt#gist')).toEqual([]);
    expect(soundFor('kremlin-calls-for-calm#gist')).not.toContain(
      'They should follow only his orders',
    );
  });

  it('who speaks for the key, by whatever name, is no rival', () => {
    expect(soundFor('kremlin-calls-for-calm#gist')).not.toContain(
      'The political tension in Armenia was a matter of concern',
    );
    expect(soundFor('kremlin-concerned#acts')).not.toContain('With an appeal');
  });

  it('means: of two that contain one another only one is an option', () => {
    for (const seed of seeds) {
      const question = ask('kremlin-calls-for-calm#channel', 'choice', seed);
      if (question === null || !hasOptions(question)) throw new Error('Not asked');
      const texts = question.options.map(({ text }) => text);
      expect(texts.includes('on Facebook') && texts.includes('on social media')).toBe(false);
    }
  });
});

describe('Q33 rivals in order', () => {
  it('day: of the same weeks', () => {
    for (const text of drawnFor('gasparyan-dismissed#when')) expect(text).toMatch(/ 2021$/);
    for (const text of drawnFor('delegation-visits-baku#when'))
      expect(text).toMatch(/(November|December) 2020$/);
  });

  it('year: none after all that the pack tells', () => {
    const years = [...drawnFor('war-2020-fought#when')].map(Number);
    expect(Math.max(...years)).toBeLessThanOrEqual(2022);
    // The year of another event stands there with what happened in it.
    expect(soundFor('war-2020-fought#when')).toContain('2018');
  });

  it('dates that a comparison sets side by side are no rivals', () => {
    expect(soundFor('armenian-control-1991#when')).not.toContain('1994');
  });

  it('numbers and dates stand in fours, or are asked in writing', () => {
    for (const { fact, slot } of index.facets.values()) {
      if (slot.value.type !== 'amount' && slot.value.type !== 'date') continue;
      const question = ask(`${fact.id}#${slot.name}`, 'choice', 3);
      if (question !== null && hasOptions(question)) expect(question.options).toHaveLength(4);
    }
    // One week or thirty beside six are no plausible lengths: what is made up lies within a fifth and the fivefold.
    for (const text of drawnFor('war-2020-weeks#number')) {
      expect(Number.parseInt(text)).toBeGreaterThan(1);
      expect(Number.parseInt(text)).toBeLessThan(30);
    }
    expect(drawnFor('war-2020-weeks#number')).toContain('15 weeks');
    expect(ask('three-decades-of-control#number', 'choice', 3)).toBeNull();
    expect(ask('three-decades-of-control#number', 'number', 3)).not.toBeNull();
  });
});

describe('Q34 pairs', () => {
  const pairsOf = (card: string, seed: number) => {
    const question = ask(card, 'match', seed);
    if (question?.format !== 'match') throw new Error(`${card} is no match`);
    return question.left.map((left, at) => [left, question.right[question.pairs[at] ?? -1] ?? '']);
  };

  it('are of one matter where enough was said of it', () => {
    const question = ask('army-maintains-its-call#speaker', 'match', 1);
    expect(question?.stem).toContain('about the call for');
    for (const [, right] of pairsOf('army-maintains-its-call#speaker', 1))
      expect(right).not.toMatch(/^On /);
  });

  it('name by office nobody of the other column', () => {
    for (const seed of seeds) {
      const pairs = pairsOf('general-staff-demands-resignation#speaker', seed);
      const lefts = pairs.map(([left]) => left);
      if (pairs.some(([, right]) => /\bprime minister\b/i.test(right ?? '')))
        expect(lefts).not.toContain('Nikol Pashinyan');
    }
  });

  it('of acts count all that somebody did about the matter', () => {
    // Pashinyan appealed and accused too: neither an appeal nor a condemnation is another’s alone.
    expect(ask('turkey-condemns#acts', 'match', 1)).toBeNull();
  });

  it('say `it` of one thing by its name', () => {
    const rights = seeds.flatMap((seed) =>
      pairsOf('lavrov-support#gist', seed).map(([, right]) => right),
    );
    expect(rights).toContain(
      'The Russian visit to Yerevan was a sign of support for the Armenian authorities',
    );
  });
});

describe('Q34 pairs of offices', () => {
  it('are of one month, which the stem names, and none was held before', () => {
    const stems = new Set<string>();
    for (const seed of seeds)
      for (const card of ['pashinyan-office#office', 'lavrov-office#person']) {
        const question = ask(card, 'match', seed);
        if (question?.format !== 'match') throw new Error(`${card} is no match`);
        stems.add(question.stem);
        expect(question.left.includes('Nikol Pashinyan')).toBe(card.startsWith('pashinyan'));
        for (const right of question.right) expect(right).not.toMatch(/formerly/i);
      }
    expect([...stems]).toEqual([
      'By the account of the reports, who held which office as of February 2021?',
      'By the account of the reports, who held which office as of November 2020?',
    ]);
    expect(ask('kocharian-office#office', 'match', 1)).toBeNull();
  });
});

describe('Q35 in writing', () => {
  const acceptedFor = (card: string) => {
    const question = ask(card, 'typed', 1);
    return question?.format === 'typed' ? question.accepted : [];
  };

  it('two names are right in either order', () => {
    const accepted = acceptedFor('ceasefire-agreement#parties');
    expect(accepted).toContain('Armenia and Azerbaijan');
    expect(accepted).toContain('Azerbaijan and Armenia');
    expect(accepted).not.toContain('Armenia and Armenia');
  });

  it('a body is written by its short form, a means by its name', () => {
    expect(acceptedFor('opposition-collects-signatures#actor.collectors')).toContain(
      'the opposition',
    );
    expect(acceptedFor('pashinyan-denies-deal#channel')).toContain('Facebook');
    expect(acceptedFor('turkey-condemns#channel')).toEqual([]);
  });

  it('a state is not written by what stands for it, an office also by its other title', () => {
    const states = acceptedFor('russia-military-ally-of-armenia#subject');
    expect(states).toContain('Russian Federation');
    expect(states).not.toContain('the Kremlin');
    expect(states).not.toContain('Moscow');
    expect(acceptedFor('general-staff-demands-resignation#speaker')).toContain('the army');
    expect(acceptedFor('cavusoglu-office#office')).toContain('Turkish minister of foreign affairs');
    expect(acceptedFor('cavusoglu-office#office')).toContain('foreign minister of Turkey');
  });

  it('a month is no right answer where a day is asked', () => {
    const question = ask('ceasefire-agreement#when', 'date', 1);
    expect(question?.format === 'date' && question.accepted).toEqual(['9 November 2020']);
  });
});

it('Q31 all towns of the pack may stand on the map, whichever report tells of them', () => {
  const question = ask('government-buildings-entered#where', 'place', 1);
  if (question === null || !hasOptions(question)) throw new Error('Not asked on the map');
  expect(question.options[question.key]?.text).toBe('Yerevan');
  expect(question.options.map(({ text }) => text)).toContain('Baku');
});
