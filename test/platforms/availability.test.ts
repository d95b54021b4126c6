import { expect, it } from 'vitest';
import { availability } from '../../src/platforms/availability';
import { phoneWith } from './healthkit/phone';

it('availability names what is not to be had, and why', () => {
  const { store } = phoneWith();
  const lacks = availability(store);
  expect(lacks.find(({ feature }) => feature === 'write-laps')).toMatchObject({ is: 'no' });
  expect(lacks.some(({ feature }) => feature === 'write-workouts')).toBe(false);
  expect(lacks.every(({ note }) => note?.endsWith('.') === true)).toBe(true);
});
