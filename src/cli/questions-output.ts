import type { Passage } from '#lib/content/pack-index.ts';
import type { CardExplanation } from '#lib/questions/explain.ts';
import type { Question } from '#lib/questions/question.ts';

/** The form in which other programs read a question. */
export function questionRecord(question: Question) {
  const { cardId, factIds, format, category, stem, answer, citations } = question;
  return {
    cardId,
    factIds,
    format,
    category,
    stem,
    ...(question.format === 'choice'
      ? { options: question.options.map(({ text }) => ({ text })) }
      : {}),
    key: question.format === 'choice' ? question.key : answer,
    ...(question.format === 'typed' ? { accepted: question.accepted } : {}),
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

export function questionsText(questions: readonly Question[]): string {
  return questions
    .map((question) => {
      const { cardId, format, category, stem, answer, citations } = question;
      const lines = [`${cardId} · ${format} · ${category}`, `  ${stem}`];
      if (question.format === 'choice')
        question.options.forEach(({ text, belongsTo }, i) =>
          lines.push(
            `    ${i === question.key ? '✓' : ' '} ${text}${belongsTo === undefined ? '' : `   [${belongsTo}]`}`,
          ),
        );
      else lines.push(`    = ${answer}`);
      if (question.format === 'typed') lines.push(`    accepts ${question.accepted.join(' · ')}`);
      if (question.format === 'typed' && question.confusable.length > 0)
        lines.push(`    not ${question.confusable.join(' · ')}`);
      lines.push(`  ${citations.map(footnote).join('; ')}`);
      return lines.join('\n');
    })
    .join('\n\n');
}

export function questionsHtml(title: string, questions: readonly Question[]): string {
  const items = questions.map((question) => {
    const shown =
      question.format === 'choice'
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

function escape(text: string): string {
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
