// @ts-nocheck
import { categoryOf } from '../domain/activity';
import { needsUser } from './refusals';
import type { BuiltInImportRule } from './rule';
import { whenBefore, whenOff } from './shared-rules';

const whenNotSelected: BuiltInImportRule = ({ activity }, { activities }) =>
  activities !== undefined && !activities.includes(activity) && needsUser('activity-not-selected', { activity });

const whenCategoryOff: BuiltInImportRule = ({ activity }, { categories }) => {
  const category = categoryOf(activity);
  return categories[category] === false && needsUser('category-off', { category, activity });
};

/** What the user chose to sync. Each of these can be lifted by a switch, so each needs the user. */
export const IMPORT_CHOICE_RULES: readonly BuiltInImportRule[] = [
  /* @__PURE__ */ whenOff('import-off'),
  whenNotSelected,
  whenCategoryOff,
  /* @__PURE__ */ whenBefore('before-import-start', 'importFrom'),
];
