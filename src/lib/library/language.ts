/**
 * The language in which a name is to be spoken, where its letters tell it. Cyrillic spellings of this pack's part of
 * the world are Russian ones; Turkish and Azerbaijani share all Latin letters but one.
 */
export function languageOf(name: string): string | undefined {
  if (/\p{Script=Armenian}/u.test(name)) return 'hy';
  if (/\p{Script=Cyrillic}/u.test(name)) return 'ru';
  return /ə/iu.test(name) ? 'az' : undefined;
}
