import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { cardsOf } from '#lib/deck/cards.ts';
import { teachingOrder } from '#lib/deck/teaching-order.ts';
import { explainCard } from '#lib/questions/explain.ts';
import { formatsFor, questionFor } from '#lib/questions/generate.ts';
import type { Question } from '#lib/questions/question.ts';
import { indexQuestions } from '#lib/questions/question-index.ts';
import { loadFolderMap, loadPackFolder, packFolders } from './read-pack.ts';
import { lintDeck } from './questions-lint.ts';
import {
  explanationText,
  questionRecord,
  questionsHtml,
  questionsText,
} from './questions-output.ts';
import { reviewSheet } from './review-sheet.ts';

const usage = `Usage: npm run -s questions -- PACK [--seed N] [--all] [--format json|text|html]
       npm run -s questions -- PACK --explain CARD
       npm run -s questions -- PACK [--seed N] --sheet FILE.html
       npm run -s questions -- PACK --lint

  PACK       a pack's id, or the folder of one
  --seed N   the seed of chance, 1 if not given
  --all      every card in each format it can have; else each card in its first format
  --sheet    writes every question of every card as a page to be printed and reviewed
  --explain  why each rival of a card was taken or dropped; CARD as fact#slot or pack/fact#slot
  --lint     flaws by type over every question of 20 seeds, and the statistics of the deck`;

interface Options {
  readonly pack: string;
  readonly seed: number;
  readonly all: boolean;
  readonly format: 'json' | 'text' | 'html';
  readonly explain: string | null;
  readonly sheet: string | null;
}

function readOptions(args: readonly string[]): Options | null {
  let options: Options = {
    pack: '',
    seed: 1,
    all: false,
    format: 'text',
    explain: null,
    sheet: null,
  };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--lint') continue;
    if (arg === '--all') options = { ...options, all: true };
    else if (arg === '--seed') {
      const seed = Number(args[++i]);
      if (!Number.isSafeInteger(seed)) return null;
      options = { ...options, seed };
    } else if (arg === '--format') {
      const format = args[++i];
      if (format !== 'json' && format !== 'text' && format !== 'html') return null;
      options = { ...options, format };
    } else if (arg === '--explain') options = { ...options, explain: args[++i] ?? '' };
    else if (arg === '--sheet') options = { ...options, sheet: args[++i] ?? '' };
    else if (arg.startsWith('--') || options.pack !== '') return null;
    else options = { ...options, pack: arg };
  }
  const isWhole = options.pack !== '' && options.explain !== '' && options.sheet !== '';
  return isWhole ? options : null;
}

async function folderOf(pack: string): Promise<string> {
  const folders = await packFolders();
  return folders.find((folder) => basename(folder) === pack) ?? pack;
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    console.error(usage);
    return 2;
  }
  const folder = await folderOf(options.pack);
  const index = indexQuestions(await loadPackFolder(folder), await loadFolderMap(folder));
  const cards = teachingOrder(index, cardsOf(index));
  if (args.includes('--lint')) return lintDeck(index, cards);
  if (options.explain !== null) {
    const wanted = options.explain.replace(/^[^/#]+\//, '');
    const card = cards.find(({ itemId, facet }) => `${itemId}#${facet}` === wanted);
    if (card === undefined) {
      console.error(`No such card in ${index.pack.id}: ${options.explain}`);
      return 1;
    }
    console.log(explanationText(explainCard(index, card, options.seed)));
    return 0;
  }
  if (options.sheet !== null) {
    const { seed, sheet } = options;
    const all = cards.map((card) => ({
      cardId: card.id,
      questions: formatsFor(index, card).flatMap(
        (format) => questionFor(index, card, format, seed) ?? [],
      ),
    }));
    await writeFile(sheet, reviewSheet(index.pack, seed, all));
    return 0;
  }
  const questions = cards.flatMap((card): Question[] => {
    const formats = formatsFor(index, card);
    return (options.all ? formats : formats.slice(0, 1)).flatMap(
      (format) => questionFor(index, card, format, options.seed) ?? [],
    );
  });
  if (options.format === 'json')
    console.log(JSON.stringify(questions.map(questionRecord), null, 2));
  else if (options.format === 'html') console.log(questionsHtml(index.pack.title, questions));
  else console.log(questionsText(questions));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
