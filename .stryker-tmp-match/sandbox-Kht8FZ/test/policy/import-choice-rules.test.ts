// @ts-nocheck
import { describe } from 'vitest';
import type { Activity } from '../../src/domain/activity';
import type { Refusal } from '../../src/domain/reason';
import { check } from './import-examples';
import { workout } from './records';

describe('what the user chose', () => {
  const start = workout().start;
  const off = (category: string, activity: string): Refusal => ({
    code: 'category-off',
    lasts: 'needs-user',
    params: { category, activity },
  });
  check([
    ['imports off', {}, { enabled: false }, { code: 'import-off', lasts: 'needs-user', params: {} }],
    ['a selected activity', {}, { activities: ['walking', 'running'] }, 'eligible'],
    [
      'an activity that is not selected',
      {},
      { activities: ['walking'] },
      { code: 'activity-not-selected', lasts: 'needs-user', params: { activity: 'running' } },
    ],
    [
      'no activity selected',
      {},
      { activities: [] },
      { code: 'activity-not-selected', lasts: 'needs-user', params: { activity: 'running' } },
    ],
    ['category off', {}, { categories: { running: false } }, off('running', 'running')],
    ['category on', {}, { categories: { running: true, cycling: false } }, 'eligible'],
    [
      'treadmill counts as running',
      { activity: 'treadmill-running' },
      { categories: { running: false } },
      off('running', 'treadmill-running'),
    ],
    [
      'an activity that this version does not know is other',
      { activity: 'moon-walk' as Activity },
      { categories: { other: false } },
      off('other', 'moon-walk'),
    ],
    [
      'starts 1 ms before',
      {},
      { importFrom: start + 1 },
      { code: 'before-import-start', lasts: 'needs-user', params: { start, from: start + 1 } },
    ],
    ['starts at the very moment', {}, { importFrom: start }, 'eligible'],
    ['starts 1 ms after', {}, { importFrom: start - 1 }, 'eligible'],
  ]);
});
