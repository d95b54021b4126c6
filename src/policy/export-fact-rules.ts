import { isActivity } from '../domain/activity';
import type { ExportRefusalCode, Refusal } from '../domain/reason';
import { isOwnedElsewhere } from '../domain/session';
import { forGood, needsUser } from './refusals';
import type { BuiltInExportRule } from './rule';
import { whenAhead } from './shared-rules';

// It passes by itself, when the user stops recording; nobody knows when.
const NOT_COMPLETED: Refusal<ExportRefusalCode> = { code: 'not-completed', lasts: 'until' };

const whenOpen: BuiltInExportRule = ({ state }) => state === 'open' && NOT_COMPLETED;

const whenDeleted: BuiltInExportRule = ({ state }) => state === 'deleted' && forGood('session-deleted');

// Another platform than the one it came from is no echo: nothing there shows the workout yet.
const whenImportedFromHere: BuiltInExportRule = ({ origin }, _settings, _context, platform) =>
  origin?.platform === platform && forGood('imported-from-here', { platform, workout: origin.workout });

// An answer `claim` changes the owner; until then two devices would write two records of one session.
const whenOwnedElsewhere: BuiltInExportRule = (session, _settings, context) =>
  isOwnedElsewhere(session, context) && needsUser('owned-elsewhere', { owner: session.owner });

// Both platforms can hold every other activity of the vocabulary; what is not in it could only be written as something else.
// A transition is a leg of a multisport workout and never a workout (HKWorkoutActivityType.transition).
const whenNotWritable: BuiltInExportRule = ({ activity }, _settings, _context, platform) =>
  (!isActivity(activity) || activity === 'transition') && forGood('activity-not-writable', { activity, platform });

/** What is so whatever anybody wants: not even an export by hand lifts these. */
export const EXPORT_FACT_RULES: readonly BuiltInExportRule[] = [
  whenDeleted,
  whenOpen,
  whenImportedFromHere,
  whenOwnedElsewhere,
  whenNotWritable,
  /* @__PURE__ */ whenAhead('session-in-the-future'),
];
