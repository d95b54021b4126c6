import type { Access } from '../../ports/access';
import type { Engine } from '../engine';
import { directionsOf } from '../report/connection';
import type { Finding } from '../surface/finding';

const finding = (code: Finding['code'], severity: Finding['severity'], evidence: Finding['evidence']): Finding => ({
  code,
  severity,
  evidence,
});

/** What the platform does not allow, of what the settings need. */
export const accessFindings = ({ settings, host }: Engine, access: Access): readonly Finding[] => {
  const { store, read, write, background, history, readableSince } = access;
  if (store === 'unavailable') return [finding('store-unavailable', 'problem', { store })];
  if (store === 'update-required') return [finding('store-outdated', 'problem', { store })];
  const found: Finding[] = [];
  if (read === 'denied') found.push(finding('read-denied', 'problem', { read }));
  const { importAccess, exportAccess } = directionsOf(host, settings(), access);
  if (exportAccess === 'denied') found.push(finding('write-denied', 'problem', { write }));
  if (background === 'denied') found.push(finding('background-denied', 'warning', { background }));
  const wanted = settings().import.importFrom ?? 0;
  if (importAccess !== 'off' && readableSince !== undefined && readableSince > wanted) {
    found.push(finding('history-limited', history === 'denied' ? 'warning' : 'note', { readableSince, history }));
  }
  return found;
};
