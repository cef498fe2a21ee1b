import { beforeAll, expect, it } from 'vitest';
import { loadFixturePack } from '../../../tests/fixtures/load-fixture-pack.ts';
import { indexQuestions, type QuestionIndex } from './question-index.ts';

let index: QuestionIndex;

beforeAll(async () => {
  index = indexQuestions(await loadFixturePack());
});

// The parties of the fixture are the council and the guild; Norrland and Skarn look on from abroad.
it.each([
  ['lamb-dismissed#when', 'dates'],
  ['norrland-voices-concern#when', 'dates'],
  ['norrland-voices-concern#speaker', 'reactions'],
  ['norrland-voices-concern#gist', 'reactions'],
  ['skarn-thanks-okonjo#addressee', 'reactions'],
  ['quill-on-fairness#gist', 'claims'],
  ['quill-on-fairness#speaker', 'actors'],
  ['lamb-dismissed#actor.dismisser', 'actors'],
  ['wren-chairs-the-council#office', 'actors'],
  ['dockers-return#where', 'events'],
  ['crates-lost#number', 'figures'],
  ['lantern-accord-terms#term.wages', 'agreements'],
  ['lantern-accord-terms#broker', 'agreements'],
  ['sandmouth-partner-of-port-ellery#object', 'places'],
  ['customs-house-closed#place', 'places'],
])('Q15 %s is among the %s', (id, category) => {
  expect(index.facets.get(id)?.category).toBe(category);
});
