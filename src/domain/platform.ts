/** The two health stores of phones. */
export type Platform = 'apple-health' | 'health-connect';
