import type { SeriesName } from '../domain/detail-summary';
import type { ImportSettings, Settings } from '../domain/settings';
import type { AccessNeeds, ReadBeside } from './access';

/** What a host can do with what it is allowed. */
export interface AccessNeedsOptions {
  /**
   * What sessions are made of: `SessionStore.takes`.
   * @defaultValue 'detail'
   */
  readonly takes?: 'header' | 'detail';
  /**
   * What of a session is written: nothing where the store cannot write, its header where `SessionStore.readDetail` is
   * missing.
   * @defaultValue 'detail'
   */
  readonly writes?: 'nothing' | 'header' | 'detail';
  /**
   * Whether workouts older than the platform's usual limit are wanted.
   * @defaultValue whether importing is on
   */
  readonly history?: boolean;
  /**
   * Whether syncing goes on while the app is not in front.
   * @defaultValue true
   */
  readonly background?: boolean;
}

const isSeries = (name: SeriesName | 'route'): name is SeriesName => name !== 'route';

/** What imports read beside workouts; nothing where it is all of it. */
const readsFor = (imports: ImportSettings, takes: 'header' | 'detail'): readonly ReadBeside[] | undefined => {
  if (!imports.enabled) return [];
  // Any sample can be the one that makes a workout more than a summary.
  if (takes === 'detail' || imports.summaryOnly === 'refuse') return undefined;
  return ['totals', ...imports.requiredDetail.filter(isSeries)];
};

const readsRoutes = (imports: ImportSettings, takes: 'header' | 'detail'): boolean => {
  if (!imports.enabled || imports.routes !== 'include') return false;
  return takes === 'detail' || imports.summaryOnly === 'refuse' || imports.requiredDetail.includes('route');
};

/**
 * What settings need of the user, on any platform.
 *
 * **Laws** workouts are read in any case: what is there already must not be written again. A category that is switched off
 * asks for no less, so that switching it on asks for no more.
 */
export const accessNeedsOf = (settings: Settings, options: AccessNeedsOptions = {}): AccessNeeds => {
  const { import: imports, export: exports } = settings;
  const { takes = 'detail', writes = 'detail', history = imports.enabled, background = true } = options;
  const reads = readsFor(imports, takes);
  const write = exports.enabled && writes !== 'nothing';
  return {
    read: true,
    write,
    routes: readsRoutes(imports, takes),
    history,
    background,
    ...(reads && { reads }),
    ...(write && writes === 'header' && { writes }),
    ...(imports.activities && { activities: imports.activities }),
  };
};
