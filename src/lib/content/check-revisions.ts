/** C8 and C12: corrections, retirements and the order of events hold together. */
import type { PackPath } from './load.ts';
import type { Comparison, Fact } from './schema.ts';
import type { Report, Subject } from './rule.ts';

export function checkRevisions({ loaded: { pack }, index }: Subject, report: Report): void {
  const retired = (id: string) => index.facts.get(id)?.retired !== undefined;

  function checkCorrection({ rev, corrected }: Fact | Comparison, at: PackPath): void {
    if (rev > 1 && corrected === undefined)
      report(
        'C8',
        [...at, 'rev'],
        `found rev ${rev}, expected corrected: with the day and the reason`,
      );
    if (rev === 1 && corrected !== undefined)
      report(
        'C8',
        [...at, 'corrected'],
        'found a correction at rev 1, expected rev to rise with it',
      );
  }

  pack.facts.forEach((fact, position) => {
    const at: PackPath = ['facts', position];
    checkCorrection(fact, at);
    const successor = fact.retired?.by;
    if (successor !== undefined && (!index.facts.has(successor) || retired(successor)))
      report('C8', [...at, 'retired', 'by'], `found ${successor}, expected a fact that is in use`);

    if (fact.kind !== 'event' || fact.retired !== undefined) return;
    fact.values.follows.forEach(({ id }, n) => {
      const path = [...at, 'values', 'follows', n, 'id'];
      if (retired(id)) report('C8', path, `found ${id}, which is retired, expected a fact in use`);
      if (comesBefore(index.facts, id, fact.id))
        report('C12', path, `found ${fact.id} after ${id} and before it, expected one order`);
    });
  });

  pack.comparisons.forEach((comparison, position) => {
    checkCorrection(comparison, ['comparisons', position]);
    comparison.about.forEach((card, n) => {
      const [id = ''] = card.split('#');
      if (retired(id))
        report(
          'C8',
          ['comparisons', position, 'about', n],
          `found ${id}, which is retired, expected a fact in use`,
        );
    });
  });
}

/** Whether `sought` is among all that `id` follows, at any distance. */
function comesBefore(facts: ReadonlyMap<string, Fact>, id: string, sought: string): boolean {
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === sought) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    const fact = facts.get(next);
    if (fact?.kind === 'event') open.push(...fact.values.follows.map((before) => before.id));
  }
  return false;
}
