// @ts-nocheck
import fc from 'fast-check';

/** One seed for every property, so that a red run is red again; `PROPERTY_SEED=42 npm test` looks elsewhere. */
const fixedSeed = 20_261_121;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? fixedSeed) });
