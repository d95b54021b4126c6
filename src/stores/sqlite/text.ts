/**
 * What SQLite's text cannot be trusted with: a lone surrogate has no UTF-8, and a NUL ends the text where a library hands it
 * on as a C string. They are written as the escape character and their code.
 */
const ESCAPE = '\u0010';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const UNSAFE = /[\u0000\u0010\ud800-\udfff]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is one, so that real texts hold none.
const ESCAPED = /\u0010([0-9a-f]{4})/g;

/** **Laws** `fromSqlText(toSqlText(text))` is `text`, whatever it holds. Most texts are kept as they are. */
export const toSqlText = (text: string): string =>
  text.replace(UNSAFE, (character) => `${ESCAPE}${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const fromSqlText = (text: string): string =>
  text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
