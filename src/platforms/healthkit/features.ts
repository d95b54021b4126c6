import type { Adapter } from '../availability';

const YES = { is: 'yes' } as const;

/** What @kingstinct/react-native-healthkit 16 lets through, and what it does not. */
export const HEALTHKIT_FEATURES: Adapter['features'] = {
  changes: YES,
  deletions: { is: 'partly', note: 'HealthKit may forget deletions; a full read finds them.' },
  'unknown-activities': { is: 'no', note: 'The client library gives 3000 for a number that it does not know.' },
  'time-zone': {
    is: 'partly',
    note: 'HealthKit keeps the name of the zone; its offset takes a host that knows zones.',
  },
  title: {
    is: 'partly',
    note: 'HealthKit has no titles; the name of a class or a brand is read, and written only if asked for.',
  },
  'total-energy': { is: 'no', note: 'A workout carries its active energy alone.' },
  samples: { is: 'partly', note: 'What iOS condensed into one sample is read as one, its mean.' },
  route: YES,
  laps: { is: 'partly', note: 'Without their lengths.' },
  pauses: YES,
  'read-permission': { is: 'no', note: 'HealthKit hides whether reading is allowed.' },
  background: { is: 'partly', note: 'Not while the phone is locked; how often is for iOS to say.' },
  'write-workouts': YES,
  'write-samples': { is: 'partly', note: 'Saved one by one, thinned out, and not linked to the workout.' },
  'write-route': YES,
  'write-laps': { is: 'no', note: 'The client library writes no events.' },
  'write-pauses': { is: 'no', note: 'The client library writes no events: the duration is from start to end.' },
  'write-elevation': { is: 'no', note: 'The client library cannot write a quantity into metadata.' },
  'write-time-zone': YES,
  'atomic-write': {
    is: 'no',
    note: 'Workout, samples and route are saved one after the other; what is missing is written later.',
  },
};
