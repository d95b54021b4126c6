/**
 * How far ahead of this device's clock a recording may end and still count as over.
 *
 * **Source** copies of one recording in two apps end up to 72 s apart in real histories, so clocks and app writers
 * differ by that much without any fault; two minutes is the next round number. A record that is truly dated in the
 * future is off by hours or years.
 */
// @ts-nocheck

export const CLOCK_TOLERANCE_MILLISECONDS = 120_000;
