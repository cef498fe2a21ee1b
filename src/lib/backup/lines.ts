/**
 * Cuts a stream of text into lines. A line longer than `longest` is cut off there and its rest passed
 * over, so that a file without line ends cannot fill the memory; the reader then finds it too long.
 *
 * @param longest characters
 */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  longest: number,
): AsyncGenerator<string, void> {
  let pending = '';
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      yield withoutReturn(pending + chunk.slice(start, end));
      pending = '';
      start = end + 1;
    }
    if (pending.length <= longest) pending += chunk.slice(start, start + longest + 1);
  }
  if (pending !== '') yield withoutReturn(pending);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
