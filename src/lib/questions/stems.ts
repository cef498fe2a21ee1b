/** Stems for every kind and slot of a fact, by rule: several wordings each, the fullest first. */
import type { FactOf } from '#lib/content/schema.ts';
import { slotOf } from '#lib/content/slots.ts';
import { boundsOf, isPercentage } from './amounts.ts';
import { asOf, attributionInWords, withoutRepeatedNames } from './attribution.ts';
import { askRole, capital, declare, fillClause, invert, tidy } from './clause.ts';
import { dateInWords, precisionOf } from './dates.ts';
import { isDefinite } from './facets.ts';
import { holdsPhrase } from './fold.ts';
import { askingWords, possessive } from './names.ts';
import type { Facet, QuestionIndex } from './question-index.ts';
import { aboutStatement } from './statement-stems.ts';
import { askWhen, nameIn, roleNames, slotInText, wordsFor, type Bare } from './stem-parts.ts';

/** Characters of a clause below which a question gets time or place, so that it asks for one thing only. */
const SHORT_CLAUSE = 45;

/** All stems a facet can have, complete; `item-rules.ts` says which of them may be used. */
export function stemsFor(index: QuestionIndex, facet: Facet): string[] {
  const then = asOf(facet);
  const attributions = attributionInWords(index, facet);
  return bareQuestions(index, facet).flatMap((question) =>
    attributions.map((from) =>
      // A stem that begins with its report does not begin a second time with its date.
      finish(
        index,
        from === '' && then !== '' ? `${then}, ${question}` : `${from}${question} ${then}`,
      ),
    ),
  );
}

function finish(index: QuestionIndex, question: string): string {
  return withoutRepeatedNames(index, tidy(`${capital(question)}?`));
}

function bareQuestions(index: QuestionIndex, facet: Facet): Bare {
  const { fact, slot } = facet;
  switch (fact.kind) {
    case 'event':
      return aboutClause(index, facet, fact.values.what);
    case 'relation':
      return aboutClause(index, facet, fact.values.relation);
    case 'office':
      return aboutOffice(index, fact, slot.name);
    case 'figure':
      return aboutFigure(fact);
    case 'statement':
      return aboutStatement(index, facet, fact);
    case 'agreement':
      return aboutAgreement(index, facet, fact);
    case 'place':
      return aboutPlace(index, fact, slot.name);
  }
}

// ------------------------------------------------------ events and relations

function aboutClause(
  index: QuestionIndex,
  facet: Facet,
  clause: FactOf<'event'>['values']['what'],
): Bare {
  const { fact, slot } = facet;
  const asked = slot.name.replace(/^actor\./, '');
  const nameOf = roleNames(index, fact, asked);
  if (slot.value.type === 'date') {
    const filled = fillClause(clause, nameOf);
    return askWhen(slot.value.date, invert(filled), declare(filled));
  }
  if (slot.name === 'where') {
    const filled = fillClause(clause, nameOf);
    const which = wordsFor(index, facet).afterPreposition;
    const inverted = invert(filled);
    if (inverted === null) return [`${declare(filled)}. Where was that`];
    const setting = /\b\d{4}\b/.test(inverted) ? '' : settingOf(index, facet);
    return [`in ${which} ${tidy(inverted, setting)}`];
  }
  const questions = askRole(fillClause(clause, nameOf), asked, wordsFor(index, facet));
  const plain = declare(clause);
  const isVague = plain.length <= SHORT_CLAUSE || !/\b\d{4}\b/.test(plain);
  const setting = isVague ? settingOf(index, facet) : '';
  return questions.map((question) =>
    question.includes('. ') ? question : tidy(question, setting),
  );
}

/** Time and place of an event, each if the reports that tell the asked value carry it. */
function settingOf(index: QuestionIndex, { fact, slot: asked }: Facet): string {
  const sourceOf = (cite: string) => fact.cites[cite]?.source;
  const sources = new Set(asked.cites.map(sourceOf));
  const carried = (name: string) => {
    const slot = slotOf(fact, name);
    return slot?.cites.every((cite) => sources.has(sourceOf(cite))) ? slot.value : undefined;
  };
  const where = asked.name === 'where' ? undefined : carried('where');
  const place = where?.type === 'entities' ? nameIn(index, where.ids[0]) : '';
  const isTold = (name: string) =>
    fact.kind === 'event' && holdsPhrase(declare(fact.values.what), name);
  const when = carried('when');
  const date = when?.type === 'date' && !when.date.includes('/') ? when.date : '';
  return tidy(
    place === '' || isTold(place) ? '' : `in ${place}`,
    date === '' ? '' : `${precisionOf(date) === 'day' ? 'on' : 'in'} ${dateInWords(date)}`,
  );
}

// ------------------------------------------------------------------- offices

function aboutOffice(index: QuestionIndex, fact: FactOf<'office'>, slotName: string): Bare {
  const { of, tenure } = fact.values;
  const title = slotOf(fact, 'office')?.value;
  const person = slotInText(index, fact, 'person') ?? '';
  const former = tenure === 'former';
  if (slotName === 'office')
    return former
      ? [`which office had ${person} formerly held`]
      : [`which office did ${person} hold`, `what was ${possessive(person)} office`];
  const full = tidy(
    title?.type === 'text' ? title.text : '',
    of === undefined ? '' : `of ${nameIn(index, of)}`,
  );
  return former
    ? [`who was a former ${full}`, `who had formerly been ${full}`]
    : [`who was ${full}`, `who held the office of ${full}`];
}

// ------------------------------------------------------------------- figures

/** The figure asked for, without who gives it. */
export function aboutFigure(fact: FactOf<'figure'>): Bare {
  const { qualifier, unit, of, base, scope, number } = fact.values;
  const [low, high] = boundsOf({ number });
  const nearly = { exact: '', about: 'about ', at_least: 'at least ' }[qualifier];
  const after = tidy(of, scope === undefined ? '' : `(${scope})`);
  if (isPercentage(unit))
    return [`${nearly}what percentage${base === undefined ? '' : ` of ${base}`} ${after}`];
  const range = low === high ? '' : ' (from … to …)';
  return [`${nearly}how many ${unit} ${after}${range}`];
}

// ---------------------------------------------------------------- agreements

function aboutAgreement(index: QuestionIndex, facet: Facet, fact: FactOf<'agreement'>): Bare {
  const agreement = nameIn(index, fact.values.agreement);
  const { stage } = fact.values;
  const words = wordsFor(index, facet);
  switch (facet.slot.name) {
    case 'parties':
      return [
        `between ${words.afterPreposition} was ${agreement} ${stage === 'negotiated' ? 'negotiated' : 'concluded'}`,
        `${words.subject} were the parties to ${agreement}`,
      ];
    case 'broker':
      return [
        `${words.subject} ${stage === 'negotiated' ? 'tried to broker' : 'brokered'} ${agreement}`,
      ];
    case 'when': {
      const { value } = facet.slot;
      const date = value.type === 'date' ? value.date : '';
      return askWhen(date, agreementHappening(index, fact), '');
    }
    default: {
      const term = fact.values.terms.find(({ id }) => `term.${id}` === facet.slot.name);
      if (term === undefined) throw new Error(`No stem for ${fact.id}#${facet.slot.name}`);
      if (term.amount === undefined)
        return [
          `what did ${agreement} lay down about ${term.about}`,
          `what was settled about ${term.about} in ${agreement}`,
        ];
      const { unit } = term.amount;
      const howMuch = isPercentage(unit) ? 'what percentage' : `how many ${unit}`;
      return [`${howMuch} did ${agreement} set for ${term.about}`];
    }
  }
}

/** `was the agreement concluded`, by the stage that is told. */
export function agreementHappening(index: QuestionIndex, fact: FactOf<'agreement'>): string {
  const agreement = nameIn(index, fact.values.agreement);
  return {
    negotiated: `was ${agreement} negotiated`,
    agreed: `was ${agreement} concluded`,
    in_force: `did ${agreement} take effect`,
  }[fact.values.stage];
}

// -------------------------------------------------------------------- places

function aboutPlace(index: QuestionIndex, fact: FactOf<'place'>, slotName: string): Bare {
  const place = slotInText(index, fact, 'place') ?? '';
  const whatValue = slotOf(fact, 'what')?.value;
  const what = whatValue?.type === 'text' ? whatValue.text : '';
  const entitiesIn = (name: string) => {
    const value = slotOf(fact, name)?.value;
    return value?.type === 'entities'
      ? value.ids.flatMap((id) => index.entities.get(id) ?? [])
      : [];
  };
  if (slotName === 'place')
    return [
      isDefinite(what)
        ? `what is the name of ${what}`
        : `${askingWords(entitiesIn('place')).subject} is ${what}`,
    ];
  if (slotName === 'what') return [`what is ${place} described as`];
  const which = askingWords(entitiesIn('within')).afterPreposition;
  return [`in ${which} does ${place} lie`, `within ${which} does ${place} lie`];
}
