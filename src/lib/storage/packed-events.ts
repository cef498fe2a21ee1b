/** Some events as one compressed, checksummed response: a line about them, then one line for each. */
import { hash32 } from '#lib/base/random.ts';
import type { StoredEvent } from './event-store.ts';

export interface PackedEvents<E, I> {
  readonly info: I;
  readonly events: readonly E[];
}

const FORMAT = 'footnote-copy/1';

export async function pack(info: object, events: readonly StoredEvent[]): Promise<Response> {
  const lines = [info, ...events].map((line) => JSON.stringify(line)).join('\n');
  const text = `${JSON.stringify({ format: FORMAT, sum: hash32(lines) })}\n${lines}`;
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  // Whole before it is put away: a response that is still being made could be kept by half.
  return new Response(await new Response(packed).arrayBuffer());
}

/** `null` if it is not whole. */
export async function unpack<E, I>(response: Response): Promise<PackedEvents<E, I> | null> {
  try {
    const packed = new Blob([await response.arrayBuffer()]).stream();
    const text = await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text();
    const end = text.indexOf('\n');
    const { format, sum } = JSON.parse(text.slice(0, end)) as Readonly<Record<string, unknown>>;
    const lines = text.slice(end + 1);
    if (format !== FORMAT || sum !== hash32(lines)) return null;
    const [info, ...events] = lines.split('\n').map((line) => JSON.parse(line) as unknown);
    return { info: info as I, events: events as E[] };
  } catch {
    return null;
  }
}
