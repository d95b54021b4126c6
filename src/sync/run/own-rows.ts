import type { Settings } from '../../domain/settings';
import type { Access } from '../../ports/access';
import type { Engine } from '../engine';
import { isConnected } from '../report/connection';
import { ALL_OFF, stampSettings } from '../stamp-settings';
import { ACCOUNT, type Collection, FORMAT, HEAD, ONLY, SETTINGS, SUMMARY } from '../state/collections';
import { isLost } from '../state/state';
import { put, type RowChange } from '../state/table';

/** A row of which there is one, where it does not say so yet. */
const rowIfNews = <Value>({ state }: Engine, collection: Collection<Value>, value: Value): readonly RowChange[] =>
  JSON.stringify(state.get(collection)) === JSON.stringify(value) ? [] : [put(collection, ONLY, value)];

/** The row of the settings that are wanted, where they are not the ones that count. */
export const settingsRows = (engine: Engine, wanted: Settings): readonly RowChange[] => {
  const { state, now } = engine;
  const before = state.get(SETTINGS) ?? (isLost(state, SETTINGS) ? ALL_OFF : undefined);
  return rowIfNews(engine, SETTINGS, stampSettings(before, wanted, now()));
};

/** The row of what the health store lets the app do, where that is news. */
export const accessRows = (engine: Engine, access: Access): readonly RowChange[] =>
  rowIfNews(engine, SUMMARY, { ...engine.state.get(SUMMARY), access });

/** The rows that say whose state this is and under which settings, where they do not say so yet. */
export const ownRows = (engine: Engine, connected?: boolean): readonly RowChange[] => {
  const { state, host } = engine;
  const { account, device, store } = host;
  const head = {
    format: FORMAT,
    account,
    device,
    platform: store.platform,
    connected: connected ?? isConnected(state),
  };
  return [
    ...rowIfNews(engine, HEAD, head),
    ...rowIfNews(engine, ACCOUNT, { account }),
    ...(engine.isUnsaid() || !state.get(SETTINGS) ? settingsRows(engine, engine.wanted()) : []),
  ];
};
