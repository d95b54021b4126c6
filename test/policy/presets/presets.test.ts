import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/policy/default-settings';
import { ACTIVITY_PIPELINE } from '../../../src/policy/presets/activity-pipeline';
import { TRAINING_LOAD_SERVICE } from '../../../src/policy/presets/training-load-service';
import { TWO_WAY_RUN_TRACKER } from '../../../src/policy/presets/two-way-run-tracker';
import { parseSettings } from '../../../src/schema/parse-settings';

it.each([
  ['TWO_WAY_RUN_TRACKER', TWO_WAY_RUN_TRACKER],
  ['TRAINING_LOAD_SERVICE', TRAINING_LOAD_SERVICE],
  ['ACTIVITY_PIPELINE', ACTIVITY_PIPELINE],
])('%s is plain JSON that a host may hand in, and differs from the defaults', (_name, preset) => {
  expect(JSON.parse(JSON.stringify(preset))).toEqual(preset);
  expect(parseSettings(preset)).toEqual({ kind: 'ok', value: preset });
  expect(preset).not.toEqual(DEFAULT_SETTINGS);
});
