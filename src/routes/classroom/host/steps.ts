import type { HostView } from '#lib/classroom/visible.ts';
import { hostMessages } from '#lib/messages/en-host.ts';

/** Something the teacher can do now, with its button and its key. */
export interface Step {
  readonly does:
    | 'ask'
    | 'pause'
    | 'resume'
    | 'extend'
    | 'discuss'
    | 'revote'
    | 'reveal'
    | 'skip'
    | 'scoreboard'
    | 'end'
    | 'lock'
    | 'people'
    | 'keys';
  readonly label: string;
  readonly shortcut: string;
  /** What Enter and Space do: the way the quiz goes on. */
  readonly isMain: boolean;
}

const text = hostMessages.bar;

const step = (does: Step['does'], label: string, shortcut: string, isMain = false): Step => ({
  does,
  label,
  shortcut,
  isMain,
});

/** What can be done at this stage, the way on last. */
export function stepsOf({ now, quiz, locked, players }: HostView): readonly Step[] {
  const people = step('people', `${text.students} (${players.length})`, 'S');
  const keys = step('keys', text.keys, '?');
  const end = step('end', text.end, 'E');
  const always = [keys, people];
  switch (now.stage) {
    case 'lobby':
      return [
        ...always,
        step('lock', locked ? text.unlock : text.lock, 'L'),
        step('ask', hostMessages.lobby.start, 'Enter', true),
      ];
    case 'asking': {
      const isPaused = now.clock.state === 'paused';
      const canDiscuss = quiz.peerInstruction && now.vote === 1;
      return [
        ...always,
        step('skip', text.skip, 'O'),
        isPaused ? step('resume', text.resume, 'P') : step('pause', text.pause, 'P'),
        ...(now.clock.remainingMs === null ? [] : [step('extend', text.extend, 'X')]),
        ...(canDiscuss
          ? [step('reveal', text.reveal, 'R'), step('discuss', text.discuss, 'D', true)]
          : [step('reveal', text.reveal, 'R', true)]),
      ];
    }
    case 'discussing':
      return [
        ...always,
        step('skip', text.skip, 'O'),
        step('reveal', text.reveal, 'R'),
        step('revote', text.revote, 'V', true),
      ];
    case 'revealed':
    case 'scoreboard': {
      const isLast = now.index + 1 >= quiz.questions;
      const scores = now.stage === 'revealed' ? [step('scoreboard', text.scores, 'B')] : [];
      return isLast
        ? [...always, ...scores, { ...end, isMain: true }]
        : [...always, end, ...scores, step('ask', text.next, 'N', true)];
    }
    case 'finished':
      return [];
  }
}
