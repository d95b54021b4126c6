import type { Health, Workout } from '@capgo/capacitor-health';
import { expectTypeOf, test } from 'vitest';
import type { CapacitorHealthModule, CapacitorWorkout } from '../../../src/platforms/capacitor/module';

test('the plugin of @capgo/capacitor-health 8 is one', () => {
  expectTypeOf<typeof Health>().toExtend<CapacitorHealthModule>();
  expectTypeOf<Workout>().toExtend<CapacitorWorkout>();
});

test('a plugin that cannot list workouts is none', () => {
  expectTypeOf<Omit<typeof Health, 'queryWorkouts'>>().not.toExtend<CapacitorHealthModule>();
});
