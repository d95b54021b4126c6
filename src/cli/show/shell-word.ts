/**
 * A word as a person can paste it into a shell: in double quotes where it needs them, which every shell understands.
 *
 * @example
 * `my app.db` becomes `"my app.db"`, and `app.db` stays as it is.
 */
export const shellWord = (word: string): string =>
  /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `"${word.replace(/["\\$`]/g, '\\$&')}"`;
