// @ts-nocheck
import type { ExportRule, ImportRule } from '../policy/rule';

/** What a plan depends on beside the world: rules of the host's own. They are code, so they cannot be in the world. */
export interface PlanOptions {
  readonly importRules?: readonly ImportRule[];
  readonly exportRules?: readonly ExportRule[];
}
