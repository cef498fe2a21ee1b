/** What a live room's class answered, in the form that the report reads. */
import { answerText } from './answer-text.ts';
import type { ClassResults, ResultsAnswer } from './results.ts';
import type { AskedQuestion, Player, Room, Vote } from './room.ts';
import { countedAnswer } from './standing.ts';

const votes = [1, 2] as const satisfies readonly Vote[];

/**
 * Students who were kicked are left out, and so are questions that were withdrawn or not yet revealed. Points
 * stand at the answer that counts; an earlier vote has none.
 */
export function resultsOf(room: Room): ClassResults {
  const students = [...room.players.values()].filter(({ kicked }) => !kicked);
  const revealed = [...room.asked].filter(([, { status }]) => status === 'revealed');
  return {
    quiz: room.quiz,
    channel: 'live',
    heldAt: room.openedAt,
    students: students.map(({ id, name }) => ({ id, name })),
    answers: revealed.flatMap(([index, asked]) =>
      students.flatMap((student) => answersOf(room, student, index, asked)),
    ),
    notAsked: room.questions
      .map((_, index) => index)
      .filter((index) => room.asked.get(index)?.status !== 'revealed'),
  };
}

function answersOf(
  room: Room,
  student: Player,
  index: number,
  asked: AskedQuestion,
): ResultsAnswer[] {
  const question = room.questions[index];
  const counted = countedAnswer(asked, student.id);
  return votes.flatMap((vote): ResultsAnswer[] => {
    const stored = asked.votes[vote].get(student.id);
    if (stored === undefined || question === undefined) return [];
    const { answer, verdict, confidence, tookMs, late, points } = stored;
    return [
      {
        studentId: student.id,
        question: index,
        vote,
        verdict,
        text: answerText(question, answer),
        ...('option' in answer ? { option: answer.option } : {}),
        ms: tookMs,
        ...(confidence === null ? {} : { confidence }),
        ...(late ? { late } : {}),
        ...(counted?.vote === vote ? { points } : {}),
      },
    ];
  });
}
