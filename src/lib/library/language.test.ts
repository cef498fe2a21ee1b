import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  ['Երևան', 'hy'],
  ['Ереван', 'ru'],
  ['Gəncə', 'az'],
  ['Əliyev', 'az'],
  ['Şuşa', undefined],
  ['Yerevan', undefined],
])('%s is spoken as %s', (name, language) => {
  expect(languageOf(name)).toBe(language);
});
