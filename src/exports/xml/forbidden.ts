/** What XML 1.0 does not allow in a document at all, and exports hold nevertheless (U+000B in a pasted name). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text with a space for each character that an XML parser stops at. */
export const withoutForbidden = (text: string): string => text.replace(FORBIDDEN, ' ');
