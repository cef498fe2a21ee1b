import type { Passage } from '#lib/content/pack-index.ts';
import type { CardExplanation } from '#lib/questions/explain.ts';
import { hasOptions, type Question } from '#lib/questions/question.ts';

/** The form in which other programs read a question. */
export function questionRecord(question: Question) {
  const { cardId, factIds, format, category, stem, answer, citations } = question;
  return {
    cardId,
    factIds,
    format,
    category,
    stem,
    ...(hasOptions(question) ? { options: question.options.map(({ text }) => ({ text })) } : {}),
    key: hasOptions(question) ? question.key : answer,
    ...('accepted' in question ? { accepted: question.accepted } : {}),
    ...(question.format === 'order'
      ? { items: question.items, order: question.order, own: question.own }
      : {}),
    ...(question.format === 'match'
      ? {
          left: question.left,
          right: question.right,
          pairs: question.pairs,
          own: question.own,
        }
      : {}),
    citations: citations.map(({ source, paragraph, anchors, voice }) => ({
      file: source.file,
      paragraph,
      anchors,
      voice: voice?.id ?? 'narration',
    })),
  };
}

function footnote({ source, paragraph, voice }: Passage): string {
  return `${source.id} ¶${paragraph}${voice === null ? '' : ` (${voice.name})`}`;
}

/** The whole of what is right where it is more than the answer: events in order, pairs; `*` marks what is graded. */
export function solution(question: Question): readonly string[] {
  switch (question.format) {
    case 'order':
      return question.order.map((at, place) => {
        const item = question.items[at];
        return `${place + 1}. ${item?.text ?? ''} (${item?.note ?? ''})${at === question.own ? ' *' : ''}`;
      });
    case 'match':
      return question.left.map(
        (left, at) =>
          `${left}: ${question.right[question.pairs[at] ?? -1] ?? ''}${at === question.own ? ' *' : ''}`,
      );
    default:
      return [];
  }
}

export function questionsText(questions: readonly Question[]): string {
  return questions
    .map((question) => {
      const { cardId, format, category, stem, answer, citations } = question;
      const lines = [`${cardId} · ${format} · ${category}`, `  ${stem}`];
      if (hasOptions(question))
        question.options.forEach(({ text, belongsTo }, i) =>
          lines.push(
            `    ${i === question.key ? '✓' : ' '} ${text}${belongsTo === undefined ? '' : `   [${belongsTo}]`}`,
          ),
        );
      else lines.push(`    = ${answer}`, ...solution(question).map((line) => `    ${line}`));
      if ('accepted' in question) lines.push(`    accepts ${question.accepted.join(' · ')}`);
      if (question.format === 'typed' && question.confusable.length > 0)
        lines.push(`    not ${question.confusable.join(' · ')}`);
      lines.push(`  ${citations.map(footnote).join('; ')}`);
      return lines.join('\n');
    })
    .join('\n\n');
}

export function questionsHtml(title: string, questions: readonly Question[]): string {
  const items = questions.map((question) => {
    const shown = hasOptions(question)
      ? `<ol type="A">${question.options
          .map(({ text }, i) => `<li>${i === question.key ? mark(text) : escape(text)}</li>`)
          .join('')}</ol>`
      : `<p>${mark(question.answer)}</p>`;
    const notes = question.citations.map(footnote).map(escape).join('; ');
    return `<li><p>${escape(question.stem)}</p>${shown}<p><small>${escape(question.cardId)} · ${question.format} · ${notes}</small></p></li>`;
  });
  return [
    '<!doctype html>',
    '<html lang="en"><meta charset="utf-8">',
    `<title>${escape(title)}</title>`,
    `<h1>${escape(title)}</h1>`,
    `<ol>${items.join('\n')}</ol></html>`,
  ].join('\n');
}

const mark = (text: string) => `<strong>${escape(text)}</strong>`;

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

export function explanationText(explanation: CardExplanation): string {
  const { cardId, sort, answer, formats, stems, candidates } = explanation;
  return [
    `${cardId} (${sort}) = ${answer}`,
    `formats: ${formats.join(', ') || 'none'}`,
    '',
    'stems',
    ...stems.map(
      ({ text, flaw }) =>
        `  ${flaw === null ? '+' : '-'} ${text}${flaw === null ? '' : `   [${flaw}]`}`,
    ),
    '',
    'rivals',
    ...candidates.map(({ text, taken, because }) => `  ${taken ? '+' : '-'} ${text}: ${because}`),
  ].join('\n');
}
