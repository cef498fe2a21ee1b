/** What stands in quotation marks. */
export function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(/["“]([^"”]+)["”]/g)].map(([, words = '']) => words);
}
