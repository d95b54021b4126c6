import type { Platform } from '../domain/platform';
import { ok } from '../domain/result';
import type { Session } from '../domain/session';
import type { Settings } from '../domain/settings';
import type { Workout } from '../domain/workout';
import { explain as explainPlan } from '../messages/explain';
import { judgeExport as judgeOneExport } from '../policy/judge-export';
import { judgeImport as judgeOneImport } from '../policy/judge-import';
import type { ExportContext, ImportContext } from '../policy/rule';
import { applyPlan as applyOnePlan } from '../reconcile/apply-plan';
import type { Plan } from '../reconcile/plan';
import { reconcile as reconcileWorld } from '../reconcile/reconcile';
import type { World } from '../reconcile/world';
import { parseWorld } from '../schema/parse-world';
import { exportInput, importInput, planInput } from './inputs';
import { type JsonCall, jsonCall, readBy } from './json-call';

interface PlanInput {
  readonly world: World;
  readonly plan: Plan;
}

/** A `World` in, its `Plan` out: `reconcile`. */
export const reconcile: JsonCall = jsonCall(parseWorld, (world) => ok(reconcileWorld(world)));

/** `{ world, plan }` in, the world after it out, or why it was not applied: `applyPlan`. */
export const applyPlan: JsonCall = jsonCall(readBy<PlanInput>(planInput), ({ world, plan }) =>
  applyOnePlan(world, plan),
);

/** `{ world, plan }` in, English text out: `explain` of `workout-sync/messages`. */
export const explain: JsonCall = jsonCall(readBy<PlanInput>(planInput), ({ world, plan }) =>
  ok(explainPlan(plan, world)),
);

/** `{ workout, settings, context: { now, ownSources } }` in, a `Verdict` out: `judgeImport`. */
export const judgeImport: JsonCall = jsonCall(
  readBy<{ readonly workout: Workout; readonly settings: Settings; readonly context: ImportContext }>(importInput),
  ({ workout, settings, context }) => ok(judgeOneImport(workout, settings, context)),
);

/** `{ session, to, settings, context: { now, device, byHand? } }` in, a `Verdict` out: `judgeExport`. */
export const judgeExport: JsonCall = jsonCall(
  readBy<{
    readonly session: Session;
    readonly to: Platform;
    readonly settings: Settings;
    readonly context: ExportContext;
  }>(exportInput),
  ({ session, to, settings, context }) => ok(judgeOneExport(session, to, settings, context)),
);
