import type { Passage } from '#lib/content/pack-index.ts';
import { answerMessages } from '#lib/messages/en-answer.ts';

/** How many words of the documents a footnote may quote. */
const QUOTED_WORDS = 6;

/** The anchors that a footnote quotes: from the first on, whole, six words in all. */
export function quotedAnchors(anchors: readonly string[]): string[] {
  const quoted: string[] = [];
  let words = 0;
  for (const anchor of anchors) {
    words += anchor.split(/\s+/).length;
    if (words > QUOTED_WORDS) break;
    quoted.push(anchor);
  }
  return quoted;
}

/** Who published it: the outlet, with its agency; the agency alone; or that it bears no name. */
export function publisherOf({ outlet, agency }: Passage['source']): string {
  if (outlet === 'unnamed') return agency ?? answerMessages.footnote.unnamed;
  return agency === undefined ? outlet : `${outlet}, ${answerMessages.footnote.via(agency)}`;
}

/** On whose word it stands. */
export function voiceOf(voice: Passage['voice']): string {
  return voice === null
    ? answerMessages.footnote.ownWord
    : answerMessages.footnote.onTheWordOf(voice.in_text ?? voice.name);
}
