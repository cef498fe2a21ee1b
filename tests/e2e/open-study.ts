import { expect, type Page } from '@playwright/test';
import { Student } from './student.ts';

/** Opens a session and waits for its first question: before it there may be no database to look into. */
export async function openStudy(page: Page, address: string): Promise<Student> {
  await page.goto(address);
  const student = new Student(page);
  await expect(student.stem).toBeVisible();
  return student;
}
