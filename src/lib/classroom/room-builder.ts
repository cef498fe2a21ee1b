/** Rooms for tests: eight questions in seven formats, each with either of two keys. */
import { cardId } from '#lib/base/ids.ts';
import { seeded } from '#lib/base/random.ts';
import type { Instant } from '#lib/base/time.ts';
import type { Passage } from '#lib/content/pack-index.ts';
import type { Answer, Option, Question } from '#lib/questions/question.ts';
import type { Command, SubmitCommand } from './commands.ts';
import type { Decision } from './decision.ts';
import type { RoomEvent } from './events.ts';
import { advance, foldRoom } from './fold.ts';
import { answerAsShown, placesFor } from './option-order.ts';
import { QUIZ_FORMAT, type Quiz, type QuizId, type QuizSettings } from './quiz.ts';
import type { PlayerId, RoomId, SubmissionId } from './room.ts';
import type { RoomDraft } from './room-draft.ts';
import { step } from './step.ts';
import { codeBook, codePlaces } from './take-home.ts';

/** Which of two keys the questions have; what is shown before the reveal is the same with both. */
export type Keys = 0 | 1;

function passage(source: string, keys: Keys): Passage {
  return {
    source: {
      id: source,
      file: `${source}.txt`,
      outlet: 'The Harbour Gazette',
      published: { date: '1999-05-01', basis: 'stated', because: 'printed' },
      perspective: 'invented',
      shared_with: [],
      left_out: [],
    },
    paragraph: 3 + keys,
    anchors: [keys === 0 ? 'the cranes' : 'the pilots'],
    voice: null,
  };
}

function base(number: number, keys: Keys, answer: string) {
  return {
    cardId: cardId('harbour', `fact-${number}`, 'when'),
    factIds: [`fact-${number}`],
    category: 'events' as const,
    seed: number,
    stem: `Question ${number} on the harbour?`,
    answer,
    explain: `KEY ${answer}, as the gazette says.`,
    citations: [passage('gazette', keys)] as const,
    ...(keys === 1 ? { differs: 'KEY the sources differ' } : {}),
  };
}

function options(texts: readonly string[], key: number): readonly Option[] {
  return texts.map((text, at) => (at === key ? { text } : { text, belongsTo: `KEY of ${text}` }));
}

const towns = ['Alder', 'Birch', 'Cedar', 'Dogwood'] as const;

/** The key of an option question is option `keys`. */
export function sampleQuestions(keys: Keys): readonly Question[] {
  const chosen = (number: number, texts: readonly string[]) => ({
    ...base(number, keys, texts[keys] ?? ''),
    options: options(texts, keys),
    key: keys,
  });
  const reverse = <T>(items: readonly T[]) => (keys === 0 ? items : [...items].reverse());
  return [
    { ...chosen(1, towns), format: 'choice' },
    { ...chosen(2, ['3 days', '12 days', '40 days']), format: 'choice' },
    { ...chosen(3, towns.slice(1)), format: 'attribution' },
    { ...chosen(4, ['They agree', 'They differ', 'Only one tells']), format: 'corroboration' },
    {
      ...base(5, keys, keys === 0 ? '10 ships' : '50 ships'),
      format: 'number',
      amounts: [{ number: keys === 0 ? 10 : 50, qualifier: 'exact', unit: 'ships' }],
      accepted: [keys === 0 ? '10 ships' : '50 ships'],
    },
    {
      ...base(6, keys, keys === 0 ? '1 May 1999' : '2 June 1999'),
      format: 'date',
      dates: [keys === 0 ? '1999-05-01' : '1999-06-02'],
      accepted: [keys === 0 ? '1 May 1999' : '2 June 1999'],
    },
    {
      ...base(7, keys, 'the order'),
      format: 'order',
      items: towns.map((text, at) => ({ text, note: `KEY ${keys} ${at}` })),
      order: reverse([2, 0, 3, 1]),
      own: keys,
    },
    {
      ...base(8, keys, 'the pairs'),
      format: 'match',
      left: towns,
      right: ['mayor', 'pilot', 'keeper', 'smith'],
      pairs: reverse([1, 3, 0, 2]),
      own: keys,
    },
  ];
}

const plainSettings: QuizSettings = {
  secondsPerQuestion: 30,
  scoring: 'accuracy',
  confidence: false,
  peerInstruction: false,
  names: 'free',
};

export function sampleQuiz(
  questions: readonly Question[],
  settings: Partial<QuizSettings> = {},
): Quiz {
  return {
    format: QUIZ_FORMAT,
    id: 'sample-quiz' as QuizId,
    title: 'The harbour',
    packId: 'harbour',
    packVersion: '1.0.0',
    seed: 1,
    items: questions.map((question, seed) => ({
      cardId: question.cardId,
      format: question.format as Quiz['items'][number]['format'],
      seed,
    })),
    settings: { ...plainSettings, ...settings },
  };
}

export const START = 1_700_000_000_000 as Instant;

export interface Opening {
  readonly settings?: Partial<QuizSettings>;
  readonly keys?: Keys;
  readonly roster?: readonly string[];
  readonly maxPlayers?: number;
  readonly questions?: readonly Question[];
  readonly roomId?: string;
}

export function openedEvent(opening: Opening = {}): RoomEvent & { readonly type: 'opened' } {
  const questions = opening.questions ?? sampleQuestions(opening.keys ?? 0);
  return {
    v: 1,
    type: 'opened',
    at: START,
    roomId: (opening.roomId ?? 'room-for-tests') as RoomId,
    pin: '123456',
    code: 'ABCD2345',
    seed: 77,
    maxPlayers: opening.maxPlayers ?? 100,
    quiz: sampleQuiz(questions, opening.settings),
    questions,
    roster: opening.roster ?? [],
    codes: codePlaces(sampleBook, ids),
  };
}

/** As of a pack with three cards that no question asks, one of them before all the others. */
const ids = sampleQuestions(0).map(({ cardId }) => cardId);
export const sampleBook = codeBook('harbour', '1.0.0', [
  ...ids,
  cardId('harbour', 'anchor', 'when'),
  cardId('harbour', 'fact-9', 'when'),
  cardId('harbour', 'pier', 'where'),
]);

/** A room that is told things one after the other; its clock stands still unless it is moved. */
export class RoomBuilder {
  readonly events: RoomEvent[];
  readonly room: RoomDraft;
  readonly #random = seeded('builder');
  now = START;

  constructor(opening: Opening = {}) {
    this.events = [openedEvent(opening)];
    this.room = foldRoom(this.events);
  }

  wait(ms: number): this {
    this.now = (this.now + ms) as Instant;
    return this;
  }

  /** What `step` says; folded if it is granted. */
  tell(command: Command): Decision {
    const decided = step(this.room, command, this.now, this.#random);
    if (decided.ok)
      for (const event of decided.value) {
        this.events.push(event);
        advance(this.room, event);
      }
    return decided;
  }

  /** As `tell`, and it has to be granted. */
  must(command: Command): this {
    const decided = this.tell(command);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.error}`);
    return this;
  }

  join(name: string): PlayerId {
    this.must({ type: 'join', joinKey: `key of ${name}`, name });
    return `p${this.room.players.size}` as PlayerId;
  }

  /** An answer given with the quiz's own indexes, turned into what this student sees. */
  submission(
    playerId: PlayerId,
    index: number,
    answer: Answer,
    more: Partial<SubmitCommand> = {},
  ): SubmitCommand {
    const question = this.room.questions[index];
    if (question === undefined) throw new Error(`No question ${index}`);
    const places = placesFor(question, this.room.seed, playerId, index);
    return {
      type: 'submit',
      playerId,
      submissionId: `${playerId}-${index}-${more.vote ?? 1}` as SubmissionId,
      index,
      vote: 1,
      answer: answerAsShown(answer, places),
      confidence: null,
      claimedMs: null,
      roundTripMs: 0,
      ...more,
    };
  }

  choose(
    playerId: PlayerId,
    index: number,
    option: number,
    more: Partial<SubmitCommand> = {},
  ): Decision {
    const format = this.room.questions[index]?.format;
    if (format !== 'choice' && format !== 'attribution' && format !== 'corroboration')
      throw new Error(`Question ${index} has no options`);
    return this.tell(this.submission(playerId, index, { format, option, text: '' }, more));
  }

  /** From wherever the room is to this question, by reveals. */
  ask(index: number): this {
    const { phase } = this.room;
    if (phase.phase === 'asking' || phase.phase === 'discussing')
      this.must({ type: 'reveal', index: phase.index });
    const from = 'index' in this.room.phase ? this.room.phase.index + 1 : 0;
    for (let at = from; at < index; at++)
      this.must({ type: 'ask', index: at }).must({ type: 'reveal', index: at });
    return this.must({ type: 'ask', index });
  }
}
