/** The two health stores of phones. */
// @ts-nocheck

export type Platform = 'apple-health' | 'health-connect';
