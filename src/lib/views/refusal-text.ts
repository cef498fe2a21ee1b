import type { FileProblem } from '#lib/classroom/json-file.ts';
import type { Refusal } from '#lib/classroom/quiz-link.ts';
import { classroomMessages } from '#lib/messages/en-classroom.ts';

/** Why something from outside was refused, in words. */
export function inWords(refusal: Refusal | FileProblem): string {
  const text = classroomMessages.refused;
  switch (refusal.reason) {
    case 'other-kind':
      return text['other-kind'][refusal.kind];
    case 'form':
      return text.form(refusal.issue.path, refusal.issue.message);
    case 'other-format':
      return text['other-format'](refusal.format);
    default:
      return text[refusal.reason];
  }
}
