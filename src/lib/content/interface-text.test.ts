import { expect, it } from 'vitest';
import { interfaceTexts } from './interface-text.ts';

const textsIn = (text: string) =>
  interfaceTexts({ path: 'x', text }).map((one) => [one.line, one.text]);

it('finds the sentences of messages', () => {
  const code = `export const en = {
  short: 'Next', other: 'Cancel', third: 'Again', fourth: 'Back',
  // a comment that is as long as a sentence would be
  long: 'Everything that you answer is kept on this device.',
  many: (n: number) => \`You have answered so many questions on this day: \${n}\`,
};`;
  expect(textsIn(code)).toEqual([
    [4, 'Everything that you answer is kept on this device.'],
    [5, 'You have answered so many questions on this day: $'],
  ]);
});

it('finds the sentences of a page, not its code, comments and styles', () => {
  const page = `<script lang="ts">
  import { one } from '#lib/app/one.ts';
  const whole = one.first(two.second, three.third(four)) + five.sixth.seventh(eight) - nine;
</script>
<!-- a comment that is as long as a sentence would be -->
<p>
  It’s the reader’s own page, and it says so in <em>ten</em> words
</p>
<style> p { margin: 1px 2px 3px 4px 5px 6px 7px 8px } </style>`;
  expect(textsIn(page)).toEqual([[7, 'It’s the reader’s own page, and it says so in']]);
});
