// @ts-nocheck
import { describe } from 'vitest';
import type { Workout } from '../../src/domain/workout';
import { check, endingAt } from './import-examples';
import { DAY, MINUTE, NOW } from './records';

const lasting = (seconds: number): Partial<Workout> => ({
  start: NOW - 40 * DAY,
  end: NOW - 40 * DAY + seconds * 1000,
});

describe('how long, how far, and whether it is over', () => {
  check([
    [
      '1 ms shorter than wanted',
      lasting(59.999),
      { minimumDurationSeconds: 60 },
      { code: 'too-short', lasts: 'for-good', params: { actualSeconds: 59.999, minimumSeconds: 60 } },
    ],
    ['just as long as wanted', lasting(60), { minimumDurationSeconds: 60 }, 'eligible'],
    ['1 ms longer than wanted', lasting(60.001), { minimumDurationSeconds: 60 }, 'eligible'],
    ['1 ms shorter than a day', lasting(86_399.999), {}, 'eligible'],
    ['a day', lasting(86_400), {}, 'eligible'],
    [
      '1 ms longer than a day',
      lasting(86_400.001),
      {},
      { code: 'too-long', lasts: 'needs-user', params: { actualSeconds: 86_400.001, maximumSeconds: 86_400 } },
    ],
    [
      '31 days',
      lasting(31 * 86_400),
      {},
      { code: 'too-long', lasts: 'needs-user', params: { actualSeconds: 2_678_400, maximumSeconds: 86_400 } },
    ],
    [
      'just nearer than wanted',
      { distanceMetres: 499.9 },
      { minimumDistanceMetres: 500 },
      { code: 'too-near', lasts: 'for-good', params: { actualMetres: 499.9, minimumMetres: 500 } },
    ],
    ['just as far as wanted', { distanceMetres: 500 }, { minimumDistanceMetres: 500 }, 'eligible'],
    ['just farther than wanted', { distanceMetres: 500.1 }, { minimumDistanceMetres: 500 }, 'eligible'],
    ['no distance is no evidence', {}, { minimumDistanceMetres: 500 }, 'eligible'],
    ['a distance of zero is none', { distanceMetres: 0 }, { minimumDistanceMetres: 500 }, 'eligible'],
    [
      'a tiny distance is one',
      { distanceMetres: 0.1 },
      { minimumDistanceMetres: 500 },
      { code: 'too-near', lasts: 'for-good', params: { actualMetres: 0.1, minimumMetres: 500 } },
    ],
    ['ends now', endingAt(NOW), {}, 'eligible'],
    ['ends within the clock tolerance', endingAt(NOW + 2 * MINUTE), {}, 'eligible'],
    [
      'ends 1 ms beyond the clock tolerance',
      endingAt(NOW + 2 * MINUTE + 1),
      {},
      { code: 'in-the-future', lasts: 'until', until: NOW + 2 * MINUTE + 1, params: { until: NOW + 2 * MINUTE + 1 } },
    ],
  ]);
});
