/** A seed from a seed and names, so that what one thing is made of does not depend on how many came before it. FNV-1a. */
export const seedOf = (seed: number, ...names: readonly (string | number)[]): number => {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const character of names.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193) >>> 0;
  }
  return hash;
};
