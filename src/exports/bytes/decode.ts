interface Decoder {
  decode(bytes: Uint8Array): string;
}

const engine = globalThis as { readonly TextDecoder?: new (encoding: 'utf-8') => Decoder };

const decoder: Decoder | undefined = engine.TextDecoder && new engine.TextDecoder('utf-8');

/** Text of UTF-8 bytes. What is no UTF-8 becomes U+FFFD, never an error. */
export const decodeText = (bytes: Uint8Array): string => {
  if (decoder === undefined) throw new Error('This engine has no TextDecoder, which reading an export needs.');
  return decoder.decode(bytes);
};

/** The bytes of a text that is all ASCII, to look for in other bytes. */
export const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Whether a text that is all ASCII stands at a place. */
export const standsAt = (bytes: Uint8Array, at: number, text: Uint8Array): boolean => {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text[index]) return false;
  return true;
};
