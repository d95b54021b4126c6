import { expect, it } from 'vitest';
import { availability } from '../../src/ports/availability';
import { phoneWith } from './healthkit/phone';

it('availability names what is not to be had, and why', () => {
  const can = availability(phoneWith().store);
  expect(can['write-laps']).toEqual(['no', 'The client library writes no events.']);
  expect(can.replace).toBe('yes');
  const reasons = Object.values(can).flatMap((answer) => (answer === 'yes' ? [] : [answer[1]]));
  expect(reasons.every((why) => why.endsWith('.'))).toBe(true);
});
