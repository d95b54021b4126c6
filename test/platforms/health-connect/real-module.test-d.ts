import type * as Real from 'react-native-health-connect';
import { expectTypeOf, test } from 'vitest';
import type { HealthConnectModule } from '../../../src/platforms/health-connect/module';
import type {
  MetricType,
  NativeInsert,
  NativeLocation,
  NativeMetric,
  NativeSession,
} from '../../../src/platforms/health-connect/records';

test('the module of react-native-health-connect 4 is one', () => {
  expectTypeOf<typeof Real>().toExtend<HealthConnectModule>();
});

test('what it gives is what is read', () => {
  expectTypeOf<Real.RecordResult<'ExerciseSession'>>().toExtend<NativeSession>();
  expectTypeOf<NonNullable<Real.ExerciseSessionRecord['exerciseRoute']>['route'][number]>().toExtend<NativeLocation>();
  expectTypeOf<{ [Type in MetricType]: Real.RecordResult<Type> }[MetricType]>().toExtend<NativeMetric>();
});

test('what is written is what it takes', () => {
  expectTypeOf<NativeInsert>().toExtend<Real.HealthConnectRecord>();
});

test('what it never gave is not taken for granted', () => {
  expectTypeOf<Omit<typeof Real, 'getChanges'>>().not.toExtend<HealthConnectModule>();
  expectTypeOf<{ readonly recordType: 'HeartRate' }>().not.toExtend<Real.HealthConnectRecord>();
});
