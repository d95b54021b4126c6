/** How many random cases a property takes: `WORKOUT_SYNC_RUNS=20 npm test` takes twenty times as many. */
export const runs = (usual: number): number => Math.ceil(usual * Number(process.env.WORKOUT_SYNC_RUNS ?? 1));

/** The seed of a property: its own, so that no two look at the same cases; printed by fast-check on a failure. */
export const seedOf = (title: string): number => {
  let seed = Number(process.env.PROPERTY_SEED ?? 20_261_121);
  for (const letter of title) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0;
  return seed;
};
