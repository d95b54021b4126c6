/**
 * A value as JSON in ASCII alone, so that a character is a byte in every storage and no encoding on the way can change one,
 * lone surrogates included.
 */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
