import { packFolders, loadPackFolder } from '../../src/cli/read-pack.ts';
import type { Pack } from '#lib/content/schema.ts';
import { cardsOf } from '#lib/deck/cards.ts';
import { formats } from '#lib/questions/formats.ts';
import { questionFor } from '#lib/questions/generate.ts';
import { indexQuestions } from '#lib/questions/question-index.ts';
import { median, type Row } from './table.ts';

const SEEDS = 20;
const RUNS = 3;
const COPIES = 10;

/** Every question of every card, in every format, from seeds 0 … 19, beginning with the bare pack. */
function generateAll(pack: Pack): number {
  const index = indexQuestions(pack);
  let made = 0;
  for (const card of cardsOf(index))
    for (const format of formats)
      for (let seed = 0; seed < SEEDS; seed++)
        if (questionFor(index, card, format, seed) !== null) made += 1;
  return made;
}

/** A pack with every fact and comparison so many times. */
function copied(pack: Pack, copies: number): Pack {
  const numbers = Array.from({ length: copies }, (_, i) => i + 1);
  const renamed = (about: string, copy: number) => {
    const [fact = '', facet] = about.split('#');
    return facet === undefined ? `${fact}-${copy}` : `${fact}-${copy}#${facet}`;
  };
  const again = <T extends { readonly id: string }>(item: T, copy: number): T => ({
    ...item,
    id: `${item.id}-${copy}`,
  });
  return {
    ...pack,
    facts: numbers.flatMap((copy) => pack.facts.map((fact) => again(fact, copy))),
    comparisons: numbers.flatMap((copy) =>
      pack.comparisons.map((comparison) => ({
        ...again(comparison, copy),
        about: comparison.about.map((about) => renamed(about, copy)),
      })),
    ),
  };
}

function timed(runs: number, pack: Pack): { readonly ms: number; readonly made: number } {
  let made = 0;
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    made = generateAll(pack);
    return performance.now() - start;
  });
  return { ms: median(times), made };
}

/** How long it takes to generate every question there is, and how that grows with the pack. */
export async function benchQuestions(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const folder of await packFolders()) {
    const pack = await loadPackFolder(folder);
    const one = timed(RUNS, pack);
    const many = timed(1, copied(pack, COPIES));
    rows.push(
      { what: `all questions of ${pack.id}`, value: one.ms, unit: 'ms', remark: `${one.made}` },
      { what: 'one of them', value: one.ms / one.made, unit: 'ms' },
      {
        what: `${COPIES} copies of the pack take`,
        value: many.ms / one.ms,
        unit: '×',
        remark: `${many.made} questions`,
      },
    );
  }
  return rows;
}
