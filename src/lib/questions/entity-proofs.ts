/** What makes an entity wrong in a slot where another stands, or why it may be right there too. */
import type { Entity, Fact } from '#lib/content/schema.ts';
import { actsOverlap } from './acts.ts';
import { entangled } from './entanglement.ts';
import { contentWords, holdsPhrase, overlap } from './fold.ts';
import type { Facet, QuestionIndex } from './question-index.ts';

interface Judgement {
  readonly proof: string;
  readonly dropped: string | null;
}

const drop = (dropped: string): Judgement => ({ proof: '', dropped });
const keep = (proof: string): Judgement => ({ proof, dropped: null });

/** Whether it is known that somebody else is wrong in this slot. `inFact`: who else stands in the fact. */
export function judge(
  index: QuestionIndex,
  facet: Facet,
  key: string,
  rival: Entity,
  inFact: readonly string[],
): Judgement {
  const tie = entangled(index.ties, key, rival.id);
  if (tie !== null) return drop(tie);
  if (speaksFor(index, key, rival.id)) return drop('belongs to it');
  if (inFact.some((id) => entangled(index.ties, id, rival.id) !== null))
    return drop('in the same fact');
  if (compared(facet, rival)) return drop('a position in a comparison');
  return facet.sort === 'single'
    ? judgeSingle(index, facet, rival)
    : judgeOpen(index, facet, key, rival);
}

/** A person and the body or state it speaks for, also by another name, answer the same question in different words. */
export function speaksFor(index: QuestionIndex, a: string, b: string): boolean {
  const isOf = (one: string, other: string) => {
    const of = index.entities.get(one)?.of;
    return of !== undefined && index.ties.get(of)?.root === index.ties.get(other)?.root;
  };
  return isOf(a, b) || isOf(b, a);
}

function compared(facet: Facet, rival: Entity): boolean {
  return facet.comparisons.some(({ positions }) =>
    positions.some(({ value }) => value === rival.id || value === rival.name),
  );
}

/** A slot with one true value: everybody else is wrong, unless the pack knows them to have held the same. */
function judgeSingle(index: QuestionIndex, facet: Facet, rival: Entity): Judgement {
  const { fact } = facet;
  if (fact.kind === 'office') {
    const titleOf = (value: string | { readonly is: string }) =>
      typeof value === 'string' ? value : value.is;
    const title = titleOf(fact.values.office);
    const held = rival.offices.some(
      (office) =>
        office.tenure === 'serving' && office.title === title && office.of === fact.values.of,
    );
    if (held) return drop('held it too');
  }
  if (fact.kind === 'place' && facet.slot.name === 'place') {
    const same = others(index, facet, rival).some(
      (other) =>
        other.fact.kind === 'place' && overlap(whatWords(other.fact), whatWords(fact)) > 0.5,
    );
    if (same) return drop('described alike');
  }
  return keep('Only one can be true.');
}

function whatWords(fact: Fact): ReadonlySet<string> {
  if (fact.kind !== 'place') return new Set();
  const { what } = fact.values;
  return contentWords(typeof what === 'string' ? what : what.is);
}

/** Where more may be true than the reports tell: only who is known to stand there with something else. */
function judgeOpen(index: QuestionIndex, facet: Facet, key: string, rival: Entity): Judgement {
  const { fact, slot } = facet;
  const known = others(index, facet, rival);
  switch (fact.kind) {
    case 'statement': {
      const own = known.filter(
        ({ fact: other, slot: at }) => other.kind === 'statement' && at.name === slot.name,
      );
      if (slot.name === 'speaker' && isOwnMatter(index, fact.values.about, rival))
        return drop('its own matter');
      if (own.length === 0) {
        const acting = known.filter(({ slot: at }) => isActing(at.name));
        // Whether it was another who spoke, the report that the stem names tells.
        const isAlike = rival.type === 'state' || rival.type === index.entities.get(key)?.type;
        return isAlike && acting.some((other) => other.fact.episode === fact.episode)
          ? keep(`Known with another part: ${acting[0]?.fact.id ?? ''}.`)
          : drop('not known here');
      }
      const alike = own.find((other) => couldBeSame(fact, other.fact));
      return alike === undefined
        ? keep(`Known with something else: ${own[0]?.fact.id ?? ''}.`)
        : drop(`may have said the same: ${alike.fact.id}`);
    }
    case 'relation': {
      const own = known.filter(({ key }) => key === facet.key);
      const isActive = known.some((other) => isActing(other.slot.name));
      if (own.length === 0) return isActive ? keep('Known otherwise.') : drop('not known here');
      const counterpart = slot.name === 'subject' ? 'object' : 'subject';
      const theirs = entitiesIn(index, fact, counterpart);
      const shares = own.find(({ fact: other }) =>
        entitiesIn(index, other, counterpart).some((id) => theirs.includes(id)),
      );
      return shares === undefined
        ? keep(`Stands in another relation: ${own[0]?.fact.id ?? ''}.`)
        : drop(`has a relation to the same: ${shares.fact.id}`);
    }
    case 'office':
      // How many have once held an office no report tells: only somebody of another state has not.
      return isOfAnother(rival, fact.values.of)
        ? keep('Of another state.')
        : drop('may have held it');
    default: {
      // `the deputy chief of staff, {dismissed}`: there is one at a time.
      const titled = `, {${slot.name.replace('actor.', '')}}`;
      if (
        fact.kind === 'event' &&
        fact.values.what.rest?.includes(titled) &&
        rival.offices.length > 0
      )
        return keep('Held another office.');
      if (rival.type === 'place') return keep('Another place.');
      const active = known.filter(({ slot: at }) => isActing(at.name));
      if (active.length === 0) return drop('not known to act');
      const sameRole = active.find(
        ({ fact: other, slot: at }) => at.name === slot.name && other.episode === fact.episode,
      );
      if (sameRole !== undefined) return drop(`has the same part in ${sameRole.fact.id}`);
      return keep(`Known with another part: ${active[0]?.fact.id ?? ''}.`);
    }
  }
}

/** Nobody takes words on a body's own deed for those of its people, nor words on what one state decides for another's. */
function isOwnMatter(index: QuestionIndex, about: string | undefined, rival: Entity): boolean {
  const matter = index.entities.get(about ?? '');
  const owner = matter?.type === 'body' ? undefined : index.entities.get(matter?.of ?? '');
  return owner?.type === 'state'
    ? rival.type === 'state' && rival !== owner
    : rival.offices.some(({ title }) => holdsPhrase(title, owner?.short ?? ''));
}

function isOfAnother({ of, offices }: Entity, state: string | undefined): boolean {
  const own = [of, ...offices.map((office) => office.of)].filter((id) => id !== undefined);
  return own.length > 0 && !own.some((id) => id === state);
}

function isActing(slotName: string): boolean {
  return /^(actor\.|speaker|person|parties|broker|place|subject|object)/.test(slotName);
}

/** Two statements that could be one: overlapping acts on the same matter, or much the same words. */
export function couldBeSame(a: Fact, b: Fact): boolean {
  if (a.kind !== 'statement' || b.kind !== 'statement') return false;
  const sameMatter =
    a.values.about === undefined || b.values.about === undefined
      ? a.episode === b.episode
      : a.values.about === b.values.about;
  if (sameMatter && actsOverlap(actsOf(a.values.acts), actsOf(b.values.acts))) return true;
  return overlap(gistWords(a.values.gist), gistWords(b.values.gist)) > 0.5;
}

function actsOf<T>(acts: readonly T[] | { readonly is: readonly T[] }): readonly T[] {
  return 'is' in acts ? acts.is : acts;
}

function gistWords(gist: string | { readonly is: string } | undefined): ReadonlySet<string> {
  return gist === undefined ? new Set() : contentWords(typeof gist === 'string' ? gist : gist.is);
}

/** What else the pack tells of it. */
export function others(index: QuestionIndex, facet: Facet, entity: Entity): readonly Facet[] {
  return (index.facetsByEntity.get(entity.id) ?? []).filter(({ fact }) => fact !== facet.fact);
}

function entitiesIn(index: QuestionIndex, fact: Fact, slotName: string): readonly string[] {
  const value = index.facets.get(`${fact.id}#${slotName}`)?.slot.value;
  return value?.type === 'entities' ? value.ids : [];
}
