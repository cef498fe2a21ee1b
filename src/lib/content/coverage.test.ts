import { describe, expect, it } from 'vitest';
import { fixtureDocuments, fixtureFiles, plant } from '../../../tests/fixtures/plant.ts';
import { coverDocument, signalsIn, smallWordsIn } from './coverage.ts';
import { readDocument } from './documents.ts';
import { loadPack } from './load.ts';
import type { TextFile } from './yaml-file.ts';

async function coverGazette(files: readonly TextFile[]) {
  const loaded = loadPack(files);
  const documents = (await fixtureDocuments()).map(readDocument);
  const document = documents.find(({ file }) => file.startsWith('gazette'));
  const source = loaded.ok ? loaded.value.pack.sources[0] : undefined;
  if (!loaded.ok || document === undefined || source === undefined)
    throw new Error('The fixture pack does not load');
  return coverDocument(loaded.value, source, document, smallWordsIn(documents));
}

describe('what a paragraph holds', () => {
  it('is numbers, date words, names and quotations, each once', () => {
    const text =
      'On Friday Olaf Brandt of Skarn, with 12 others, said: “We wait.” Olaf Brandt left.';
    expect(signalsIn(text, new Set(['on', 'we']))).toEqual([
      { kind: 'number', text: '12' },
      { kind: 'date', text: 'Friday' },
      { kind: 'name', text: 'Olaf Brandt of Skarn' },
      { kind: 'name', text: 'Olaf Brandt' },
      { kind: 'quotation', text: 'We wait.' },
    ]);
  });

  it('is no word that only begins a sentence', () => {
    expect(signalsIn('Dockers left. The crowd stayed.', new Set(['dockers']))).toEqual([]);
    expect(signalsIn('Skarn left.', new Set(['dockers']))).toEqual([
      { kind: 'name', text: 'Skarn' },
    ]);
  });
});

describe('coverage of a document', () => {
  it('explains all of the fixture document', async () => {
    const paragraphs = await coverGazette(await fixtureFiles());
    expect(paragraphs).toHaveLength(10);
    expect(paragraphs.flatMap((one) => one.unexplained)).toEqual([]);
    expect(paragraphs[0]).toMatchObject({ leftOut: 'Headline and date line.', citedBy: [] });
    expect(paragraphs[6]).toMatchObject({ leftOut: null, citedBy: ['lamb-dismissed'] });
  });

  it('names what no anchor holds', async () => {
    const { files } = plant(await fixtureFiles(), 'facts/stoppage.yaml', {
      after: '- id: lamb-dismissed',
      replace: 'anchors: [20 February, Council, Piet Lamb]',
      by: 'anchors: [without notice]',
    });
    const paragraph = (await coverGazette(files))[6];
    expect(paragraph?.unexplained).toEqual([
      { kind: 'number', text: '20' },
      { kind: 'date', text: 'February' },
      { kind: 'name', text: 'Council' },
      { kind: 'name', text: 'Piet Lamb' },
    ]);
  });

  it('names what is no longer left out', async () => {
    const { files } = plant(await fixtureFiles(), 'sources.yaml', {
      replace: 'words: [two thirds]',
      by: 'words: [thirds]',
    });
    expect((await coverGazette(files))[7]?.unexplained).toEqual([{ kind: 'number', text: 'two' }]);
  });
});
