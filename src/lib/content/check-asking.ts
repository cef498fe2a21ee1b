/** C4 and C5: what is asked can be asked. */
import type { PackPath } from './load.ts';
import type { Clause, Fact } from './schema.ts';
import { slotOf } from './slots.ts';
import type { Report, Subject } from './rule.ts';

const MOST_ASKED = 6;

export function checkAsking({ loaded: { pack } }: Subject, report: Report): void {
  pack.facts.forEach((fact, position) => {
    const at: PackPath = ['facts', position];
    checkAsked(fact, at, report);
    checkClauses(fact, at, report);
  });
}

function checkAsked(fact: Fact, at: PackPath, report: Report): void {
  const { ask } = fact;
  if (ask === 'none') {
    if (fact.because === undefined)
      report(
        'C4',
        [...at, 'ask'],
        'found ask: none alone, expected because: with the reason beside it',
      );
    return;
  }
  if (fact.because !== undefined)
    report('C4', [...at, 'because'], 'found a reason for asking nothing, expected ask: none');
  if (ask.length > MOST_ASKED)
    report(
      'C4',
      [...at, 'ask'],
      `found ${ask.length} slots asked, expected at most ${MOST_ASKED} of one fact`,
    );
  ask.forEach((name, n) => {
    if (slotOf(fact, name) === null)
      report(
        'C4',
        [...at, 'ask', n],
        `found ${name} asked, expected a slot in which the ${fact.kind} holds a value`,
      );
    if (ask.indexOf(name) !== n)
      report('C4', [...at, 'ask', n], `found ${name} asked twice, expected it once`);
  });
}

function checkClauses(fact: Fact, at: PackPath, report: Report): void {
  if (fact.kind === 'event') {
    const roles = Object.keys(fact.values.actors);
    const path = [...at, 'values', 'what'];
    const used = placeholders(fact.values.what);
    for (const role of used)
      if (!roles.includes(role))
        report(
          'C5',
          path,
          `found {${role}}, expected a role of actors: ${roles.join(', ') || 'there is none'}`,
        );
    for (const name of fact.ask === 'none' ? [] : fact.ask) {
      const role = /^actor\.(.+)$/.exec(name)?.[1];
      if (role !== undefined && roles.includes(role) && !used.includes(role))
        report('C5', path, `found no {${role}}, expected it, since ${name} is asked`);
    }
  }
  if (fact.kind === 'relation') {
    const path = [...at, 'values', 'relation'];
    const used = placeholders(fact.values.relation);
    for (const role of ['subject', 'object'])
      if (!used.includes(role)) report('C5', path, `found no {${role}}, expected it in the clause`);
    for (const role of used)
      if (role !== 'subject' && role !== 'object')
        report('C5', path, `found {${role}}, expected {subject} and {object} only`);
  }
}

function placeholders(clause: Clause): string[] {
  const whole = [clause.subject, clause.verb, clause.base ?? '', clause.rest ?? ''].join(' ');
  return [...whole.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}
