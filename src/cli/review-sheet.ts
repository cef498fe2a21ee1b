/** The whole deck on paper, for an editor who checks it against the documents. */
import type { Passage } from '#lib/content/pack-index.ts';
import { categories, hasOptions, type Option, type Question } from '#lib/questions/question.ts';
import { escape, solution } from './questions-output.ts';

/** One card with a question in each of its formats. */
export interface SheetCard {
  readonly cardId: string;
  readonly questions: readonly Question[];
}

/** A printable page: by category and card, each question with its key, why each rival is wrong, and its footnotes. */
export function reviewSheet(
  pack: { readonly title: string; readonly version: string },
  seed: number,
  cards: readonly SheetCard[],
): string {
  const sections = categories.flatMap((category) => {
    const own = cards.filter(({ questions }) => questions[0]?.category === category);
    if (own.length === 0) return [];
    const title = `${category} (${own.length})`;
    return [`<section><h2>${escape(title)}</h2>${own.map(cardHtml).join('\n')}</section>`];
  });
  const count = cards.reduce((sum, { questions }) => sum + questions.length, 0);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(pack.title)}: review sheet</title>
<style>${style}</style>
<h1>${escape(pack.title)}</h1>
<p>Version ${escape(pack.version)}, seed ${seed}: ${cards.length} cards, ${count} questions. ✓ marks the key, ☐ is for the reader.</p>
${sections.join('\n')}
</html>
`;
}

const style = `
body { font: 11pt/1.4 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #000; background: #fff }
h2 { text-transform: capitalize; border-top: 2px solid; padding-top: .3rem; margin-top: 2.5rem; break-after: avoid }
article { border-top: 1px solid #999; padding: .6rem 0; break-inside: avoid-page }
h3 { font: 9pt/1.3 ui-monospace, monospace; margin: 0 }
.format { font: italic 9pt Georgia, serif; margin: .6rem 0 0 }
.stem { font-weight: bold; margin: .1rem 0 }
ol, ul { margin: .2rem 0; padding-left: 1.6rem; list-style: none }
.key::before { content: "✓"; position: absolute; margin-left: -1.3rem }
.why { display: block; font-size: 9pt; color: #444 }
.notes { font-size: 9pt; border-top: 1px solid; display: table; padding-top: .2rem; margin-top: .4rem }
.verdict { font-size: 10pt }
@page { margin: 18mm }
@media print { body { margin: 0; max-width: none } }
`;

function cardHtml({ cardId, questions }: SheetCard): string {
  const [first] = questions;
  if (first === undefined) return '';
  const differs =
    first.differs === undefined ? '' : `<p><i>The sources differ:</i> ${escape(first.differs)}</p>`;
  return `<article><h3>☐ ${escape(cardId)}</h3>
${questions.map(questionHtml).join('\n')}
<p>${escape(first.explain)}</p>${differs}
${notes(first.citations)}
</article>`;
}

function questionHtml(question: Question): string {
  const lines = solution(question).map((line) => `<li>${escape(line)}</li>`);
  const shown = hasOptions(question)
    ? `<ol>${question.options.map((option, at) => optionHtml(option, at === question.key)).join('')}</ol>`
    : `<ul><li class="key">${escape(question.answer)}</li></ul>${lines.length > 0 ? `<ul>${lines.join('')}</ul>` : ''}`;
  const accepted =
    'accepted' in question && question.accepted.length > 1
      ? `<p class="why">also right: ${escape(question.accepted.slice(1).join(' · '))}</p>`
      : '';
  return `<p class="format">${question.format}</p><p class="stem">${escape(question.stem)}</p>${shown}${accepted}`;
}

function optionHtml({ text, belongsTo, citations }: Option, isKey: boolean): string {
  const where = citations === undefined ? '' : ` (${citations.map(place).join('; ')})`;
  const why =
    belongsTo === undefined ? '' : `<span class="why">${escape(belongsTo + where)}</span>`;
  return `<li${isKey ? ' class="key"' : ''}>${escape(text)}${why}</li>`;
}

function notes(citations: readonly Passage[]): string {
  const lines = citations.map(
    (passage, at) =>
      `<li>${at + 1} ${escape(place(passage))}: ${passage.anchors.map((anchor) => `“${escape(anchor)}”`).join(' … ')}</li>`,
  );
  return `<ul class="notes">${lines.join('')}</ul>`;
}

/** `trt ¶19, on the word of Dmitry Peskov`. */
function place({ source, paragraph, voice }: Passage): string {
  return `${source.id} ¶${paragraph}${voice === null ? '' : `, on the word of ${voice.name}`}`;
}
