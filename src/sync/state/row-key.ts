const SEPARATOR = '/';

/** Characters that stand in a key as they are; all others are written as their code. */
const PLAIN = /[^A-Za-z0-9:._@+-]/g;

/** The row's key: ASCII, whatever a platform or an app uses as ids. */
export const rowKeyOf = (collection: string, key: string): string =>
  `${collection}${SEPARATOR}${key.replace(PLAIN, (character) => `%${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}`;

/** The parts that a row's key was made of. */
export const partsOf = (rowKey: string): { readonly collection: string; readonly key: string } => {
  const cut = rowKey.indexOf(SEPARATOR);
  return {
    collection: rowKey.slice(0, cut),
    key: rowKey
      .slice(cut + 1)
      .replace(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  };
};

/** Rows from one key to before another. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** Keys are ASCII, and start with the letters of a collection's name. */
export const EVERY_ROW: Range = { from: '', to: '~' };

/** All rows of a collection: the separator, and the character after it. */
export const rangeOf = (collection: string): Range => ({
  from: `${collection}${SEPARATOR}`,
  to: `${collection}0`,
});
