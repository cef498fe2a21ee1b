import type { Instant, StudyDay } from '#lib/base/time.ts';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { reminderCalendar, type Reminder } from './calendar.ts';

const reminder: Reminder = {
  uid: 'daily-0190@footnote',
  now: Date.parse('2026-03-01T07:08:09.123Z') as Instant,
  from: '2026-03-02' as StudyDay,
  until: null,
  hour: 8,
  minute: 5,
  daysOff: [],
  title: 'Footnote: today’s cards',
  text: 'Back; and “again”, a line\nand another with \\ in it. Ⴀრմեն 😀'.repeat(4),
  url: 'https://example.org/footnote/study?deck=everything',
};

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('an event');
  return { calendar, component, event: new ICAL.Event(component) };
}

function occurrences(text: string, count: number): string[] {
  const iterator = read(text).event.iterator();
  const found: string[] = [];
  for (let next = iterator.next(); next && found.length < count; next = iterator.next()) {
    found.push(next.toString());
  }
  return found;
}

it('K1 is read by a calendar as it was meant', () => {
  const { calendar, component, event } = read(reminderCalendar(reminder));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(event.uid).toBe(reminder.uid);
  expect(event.summary).toBe(reminder.title);
  expect(event.description).toBe(reminder.text);
  expect(component.getFirstPropertyValue('url')).toBe(reminder.url);
  expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-03-01T07:08:09Z');
  // Floating: of no zone, and so at that hour of whatever clock is on the wall.
  expect(event.startDate.zone).toBe(ICAL.Timezone.localTimezone);
  const alarm = component.getFirstSubcomponent('valarm');
  expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
});

it('K2 comes every day at that hour, until its last and not on days off', () => {
  expect(occurrences(reminderCalendar(reminder), 3)).toEqual([
    '2026-03-02T08:05:00',
    '2026-03-03T08:05:00',
    '2026-03-04T08:05:00',
  ]);
  const daysOff = [{ from: '2026-03-03' as StudyDay, to: '2026-03-05' as StudyDay }];
  const text = reminderCalendar({ ...reminder, until: '2026-03-07' as StudyDay, daysOff });
  expect(occurrences(text, 9)).toEqual([
    '2026-03-02T08:05:00',
    '2026-03-06T08:05:00',
    '2026-03-07T08:05:00',
  ]);
});

it('K3 lines end as the standard says and hold at most 75 octets, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (any) => {
      // Control characters have no place in a calendar, and our texts have none.
      const title = any.replace(/\p{Cc}/gu, '');
      const text = reminderCalendar({ ...reminder, title });
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      const lines = text.slice(0, -2).split('\r\n');
      expect(lines.join('')).not.toMatch(/[\r\n]/);
      const octets = lines.map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...octets)).toBeLessThanOrEqual(75);
      expect(read(text).event.summary ?? '').toBe(title);
    }),
  );
});
