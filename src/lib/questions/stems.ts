/** Stems for every kind and slot of a fact, by rule: several wordings each, the fullest first. */
import type { Fact, FactOf } from '#lib/content/schema.ts';
import { slotOf } from '#lib/content/slots.ts';
import { boundsOf, isPercentage } from './amounts.ts';
import { actWords } from './acts.ts';
import { asOf, attributionInWords, withoutRepeatedNames } from './attribution.ts';
import { askRole, capital, declare, fillClause, invert, tidy } from './clause.ts';
import { precisionOf } from './dates.ts';
import { askingWords, inText, possessive } from './names.ts';
import type { Facet, QuestionIndex } from './question-index.ts';

/** Questions without attribution: small at the beginning, no mark at the end. */
type Bare = readonly string[];

/** Characters; with attribution and asking words it stays below the limit of a stem. */
const LONGEST_GIST_IN_STEM = 120;

/** All stems a facet can have, complete; which of them may be used is decided by `fitting` rules. */
export function stemsFor(index: QuestionIndex, facet: Facet): string[] {
  const before = asOf(facet);
  const attributions = attributionInWords(index, facet);
  return bareQuestions(index, facet).flatMap((question) =>
    attributions.map((attribution) => finish(index, before + attribution, question)),
  );
}

function finish(index: QuestionIndex, before: string, question: string): string {
  // A plain sentence before the question takes the attribution; the question then stands alone.
  return withoutRepeatedNames(index, tidy(`${capital(before + question)}?`));
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

/** The name of an entity inside a sentence. */
function nameIn(index: QuestionIndex, id: string | undefined): string {
  const entity = id === undefined ? undefined : index.entities.get(id);
  return entity === undefined ? '' : inText(entity);
}

/** The entities in a slot, named inside a sentence. */
function slotInText(index: QuestionIndex, fact: Fact, slotName: string): string | null {
  const value = slotOf(fact, slotName)?.value;
  if (value?.type !== 'entities') return null;
  const names = value.ids.map((id) => nameIn(index, id));
  return names.length < 2
    ? (names[0] ?? null)
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function wordsFor(index: QuestionIndex, facet: Facet) {
  const { value } = facet.slot;
  const ids = value.type === 'entities' ? value.ids : [];
  return askingWords(ids.flatMap((id) => index.entities.get(id) ?? []));
}

// ------------------------------------------------------ events and relations

function aboutClause(
  index: QuestionIndex,
  facet: Facet,
  clause: FactOf<'event'>['values']['what'],
): Bare {
  const { fact, slot } = facet;
  const asked = slot.name.replace(/^actor\./, '');
  const nameOf = (role: string) =>
    role === asked
      ? null
      : (slotInText(index, fact, `actor.${role}`) ?? slotInText(index, fact, role));
  if (slot.value.type === 'date') {
    const filled = fillClause(clause, nameOf);
    return askWhen(slot.value.date, invert(filled), declare(filled));
  }
  if (slot.name === 'where') {
    const filled = fillClause(clause, nameOf);
    const which = wordsFor(index, facet).afterPreposition;
    if (declare(filled).includes('{where}'))
      return askRole(filled, 'where', { ...wordsFor(index, facet), subject: which });
    const inverted = invert(filled);
    return inverted === null
      ? [`${declare(filled)}. Where was that`]
      : [`where ${inverted}`, `in ${which} ${inverted}`];
  }
  return askRole(fillClause(clause, nameOf), asked, wordsFor(index, facet));
}

/** Asks for a date by its precision. */
function askWhen(date: string, inverted: string | null, plain: string): Bare {
  const asks = {
    day: ['on what date', 'on which day'],
    month: ['in which month', 'in what month and year'],
    year: ['in which year', 'in what year'],
    range: ['between which dates', 'from when until when'],
  }[precisionOf(date)];
  return asks.map((ask) =>
    inverted === null ? `${plain}. ${capital(ask)} was that` : `${ask} ${inverted}`,
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

function aboutFigure(fact: FactOf<'figure'>): Bare {
  const { qualifier, unit, of, base, scope, number } = fact.values;
  const [low, high] = boundsOf({ number });
  const nearly = { exact: '', about: 'about ', at_least: 'at least ' }[qualifier];
  const after = tidy(of, scope === undefined ? '' : `(${scope})`);
  if (isPercentage(unit))
    return [`${nearly}what percentage${base === undefined ? '' : ` of ${base}`} ${after}`];
  const range = low === high ? '' : ' (from … to …)';
  return [`${nearly}how many ${unit} ${after}${range}`];
}

// ---------------------------------------------------------------- statements

function aboutStatement(index: QuestionIndex, facet: Facet, fact: FactOf<'statement'>): Bare {
  const speaker = slotInText(index, fact, 'speaker') ?? '';
  const addressee = slotInText(index, fact, 'addressee');
  const about = fact.values.about === undefined ? null : nameIn(index, fact.values.about);
  const said = slotOf(fact, 'gist')?.value;
  const gist = said?.type === 'text' ? said.text : null;
  const actsValue = slotOf(fact, 'acts')?.value;
  const acts = actsValue?.type === 'acts' ? actsValue.acts : [];
  const words = wordsFor(index, facet);
  const done = acts.flatMap((act) => actWords(act).over?.(about ?? '') ?? []);
  const over = about === null ? '' : `over ${about}`;
  const on = about === null ? '' : `about ${about}`;

  switch (facet.slot.name) {
    case 'speaker': {
      const toThem = acts.flatMap((act) =>
        addressee === null ? [] : (actWords(act).towards?.(addressee) ?? []),
      );
      const deeds = [...toThem, ...(about === null ? [] : done)];
      // The words tell one statement from another; the deed alone is asked where they are not given or too long.
      return gist !== null && gist.length <= LONGEST_GIST_IN_STEM
        ? [`${words.subject} said that ${gist}`]
        : deeds.slice(0, 1).map((deed) => `${words.subject} ${deed}`);
    }
    case 'acts':
      return about === null
        ? [`what did ${possessive(speaker)} statement contain`]
        : [
            `how did ${speaker} respond to ${about}`,
            `with what did ${speaker} respond to ${about}`,
          ];
    case 'gist': {
      const asked = acts.flatMap((act) => actWords(act).asked ?? [])[0];
      const to = addressee === null ? '' : `to ${addressee}`;
      return [
        ...(asked === undefined
          ? []
          : [
              tidy(
                `what ${asked} did ${speaker} make`,
                asked === 'accusation' && addressee !== null ? `against ${addressee}` : over,
              ),
            ]),
        ...(about === null ? [] : [`what did ${speaker} say ${on}`]),
        ...(about === null ? [tidy(`what did ${speaker} say`, to)] : []),
      ];
    }
    case 'addressee': {
      const direct = acts.find((act) => ['accuse', 'thank', 'condemn'].includes(act));
      const base = { accuse: 'accuse', thank: 'thank', condemn: 'condemn' }[direct as string];
      const saying = gist === null ? over : `, saying that ${gist}`;
      if (base !== undefined) return [tidy(`${words.subject} did ${speaker} ${base}`, saying)];
      const noun = acts.flatMap((act) => actWords(act).asked ?? [])[0] ?? 'statement';
      return [
        tidy(`to ${words.afterPreposition} was ${possessive(speaker)} ${noun}`, over, 'addressed'),
      ];
    }
    case 'channel':
      return gist === null
        ? [tidy(`by what means did ${speaker} speak`, on)]
        : [
            `by what means did ${speaker} say that ${gist}`,
            `how did ${speaker} make known that ${gist}`,
          ];
    case 'where': {
      const core = gist === null ? `respond to ${about ?? ''}` : `say that ${gist}`;
      return [
        `where did ${speaker} ${core}`,
        `in ${words.afterPreposition} did ${speaker} ${core}`,
      ];
    }
    default: {
      const { value } = facet.slot;
      if (value.type !== 'date') throw new Error(`No stem for ${fact.id}#${facet.slot.name}`);
      const core =
        gist !== null && gist.length <= LONGEST_GIST_IN_STEM
          ? `say that ${gist}`
          : `respond to ${about ?? 'this'}`;
      return askWhen(value.date, `did ${speaker} ${core}`, '');
    }
  }
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
        `${words.subject} brokered ${agreement}`,
        `by ${words.afterPreposition} was ${agreement} brokered`,
      ];
    case 'when': {
      const { value } = facet.slot;
      const inverted = {
        negotiated: `was ${agreement} negotiated`,
        agreed: `was ${agreement} concluded`,
        in_force: `did ${agreement} take effect`,
      }[stage];
      return askWhen(value.type === 'date' ? value.date : '', inverted, '');
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
  if (slotName === 'place') return [`${askingWords(entitiesIn('place')).subject} is ${what}`];
  if (slotName === 'what') return [`what is ${place}`, `which description fits ${place}`];
  const which = askingWords(entitiesIn('within')).afterPreposition;
  return [`in ${which} does ${place} lie`, `within ${which} does ${place} lie`];
}
