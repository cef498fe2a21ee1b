import { amountInWords, bareAmount, boundsOf, numberInFigures } from '../amounts.ts';
import type { Amount } from '#lib/content/schema.ts';
import { ofNoComparison, type Maker } from '../formats.ts';
import type { NumberQuestion } from '../question.ts';
import type { Facet, QuestionIndex } from '../question-index.ts';
import { compatibleValues, waysToWrite, writtenParts } from './written.ts';

export const numberMaker: Maker = { ofFacet: numberQuestion, ofComparison: ofNoComparison };

/** A number to be written; `null` where none is asked. */
function numberQuestion(index: QuestionIndex, facet: Facet, seed: number): NumberQuestion | null {
  const { value } = facet.slot;
  if (value.type !== 'amount') return null;
  const parts = writtenParts(index, facet, seed);
  if (parts === null) return null;
  const others = compatibleValues(facet).filter((other) => typeof other === 'number');
  const amounts: [Amount, ...Amount[]] = [
    value.amount,
    ...others.map((number): Amount => ({ ...value.amount, number })),
  ];
  return {
    ...parts,
    format: 'number',
    amounts,
    accepted: waysToWrite(amounts.flatMap(waysToWriteAmount)),
  };
}

function waysToWriteAmount(amount: Amount): readonly string[] {
  const [low, high] = boundsOf(amount);
  return [
    amountInWords(amount),
    amountInWords({ ...amount, qualifier: 'exact' }),
    bareAmount(amount),
    low === high ? numberInFigures(low) : `${numberInFigures(low)} to ${numberInFigures(high)}`,
  ];
}
