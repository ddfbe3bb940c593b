// A text that somebody else wrote: shown as text, in its own direction of writing, and with the characters that could
// reorder or hide the text around it made visible.
import type { JSX } from 'react';

/** Controls of direction, zero-width characters, tags, and controls other than line feed and tab. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

export const visible = (text: string): string => text.replace(HIDDEN, '\ufffd');

/**
 * A sentence of the hub, which speaks English: a screen reader says it so in every language of the console, and it runs from left to
 * right whatever it quotes first.
 */
export const HubText = ({ text }: { text: string }): JSX.Element => (
  <bdi className="producer" dir="ltr" lang="en">
    {visible(text)}
  </bdi>
);

export const ProducerText = ({ text, lang }: { text: string; lang?: string | undefined }): JSX.Element => (
  <bdi className="producer" dir="auto" lang={lang || undefined}>
    {visible(text)}
  </bdi>
);
