import type { Question } from '#lib/questions/question.ts';
import { expect } from '@playwright/test';
import type { Student } from './student.ts';

/** `2020-11-09` as a footnote shows it: `9 November 2020`. */
function dateInWords(iso: string): string {
  const [year, month, day] = iso.split('-');
  const name = new Date(iso).toLocaleDateString('en', { month: 'long', timeZone: 'UTC' });
  return [day && Number(day), month && name, year].filter(Boolean).join(' ');
}

/** What every answer is followed by: the right answer, an explanation, and a footnote for each citation. */
export async function expectExplained(student: Student, question: Question): Promise<void> {
  const { feedback } = student;
  await expect(feedback.locator('.key')).toHaveText(question.answer);
  expect(question.explain).not.toBe('');
  await expect(feedback.locator('.explain')).toContainText(question.explain);
  const notes = feedback.getByRole('note', { name: 'Where this comes from' }).getByRole('listitem');
  await expect(notes).toHaveCount(question.citations.length);
  for (const [i, { source, paragraph, voice }] of question.citations.entries()) {
    const note = notes.nth(i);
    const outlet = source.outlet === 'unnamed' ? source.agency : source.outlet;
    await expect(note.locator('cite')).toContainText(outlet ?? 'Unnamed report');
    await expect(note).toContainText(dateInWords(source.published.date));
    await expect(note).toContainText(`paragraph ${paragraph}.`);
    await expect(note).toContainText(
      voice === null
        ? 'In the report’s own words'
        : `On the word of ${voice.in_text ?? voice.name}`,
    );
  }
}
