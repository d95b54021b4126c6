// @ts-nocheck
export type { SchemaIssue } from './issue';
export { parsePlan } from './parse-plan';
export { parseSession } from './parse-session';
export { parseSettings } from './parse-settings';
export { parseWorkout } from './parse-workout';
export { parseWorld } from './parse-world';
