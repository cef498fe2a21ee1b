/** C9, C10 and C11: neutral words on all sides, and quotations short enough to be no copy. */
import type { AuthoredText } from './texts.ts';
import { wordingOf } from './texts.ts';
import type { Report, Subject } from './rule.ts';
import { fold, outsideQuotations, quotationsIn, wordsOf } from './words.ts';

const LONGEST_QUOTATION = 6;

/** Verbs that judge whether a speaker is right. All sides *say*, or do what the act says: condemn, thank, deny. */
const judgingVerbs =
  /\b(claim(ed|ing)(?! (independence|responsibility))|claims (that|to)|alleg(e|ed|es|ing|edly)|insist(s|ed|ing)?|admit(s|ted|ting)?|confess(es|ed)?|boast(s|ed|ing)?|brag(s|ged)?|purport(s|ed|edly)?|conced(ed|es) that|blast(s|ed)|slam(s|med)|lash(es|ed) out|rant(s|ed)|rage[sd]|gloat(s|ed)|whin(es|ed)|lectur(es|ed))\b/i;

export function checkWording({ loaded }: Subject, report: Report): void {
  const loadedWords = loaded.pack.contested.loaded_words.map((words) => wordsOf(words).join(' '));

  for (const entry of loaded.entries)
    for (const text of wordingOf(entry)) {
      checkQuotations(text, report);
      const own = outsideQuotations(text.text);
      const ownWords = ` ${wordsOf(own).join(' ')} `;
      for (const word of loadedWords)
        if (ownWords.includes(` ${word} `))
          report(
            'C9',
            text.at,
            `found “${word}”, expected neutral wording, or the word in quotation marks`,
          );
      const verb = /^(facts|comparisons|gists)\//.test(entry.key)
        ? judgingVerbs.exec(fold(own))
        : null;
      if (verb !== null)
        report('C11', text.at, `found “${verb[0]}”, expected “said” for all sides`);
    }
}

function checkQuotations({ at, text }: AuthoredText, report: Report): void {
  for (const quoted of quotationsIn(text)) {
    const length = wordsOf(quoted).length;
    if (length > LONGEST_QUOTATION)
      report(
        'C10',
        at,
        `found a quotation of ${length} words, expected at most ${LONGEST_QUOTATION}`,
      );
  }
}
