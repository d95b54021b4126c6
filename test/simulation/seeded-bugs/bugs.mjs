// Faults that the simulation must find. Each is a small change of the source, made in memory while it is bundled: a text that must
// stand in its file exactly once, and what takes its place. A change of the source that moves such a text breaks this list, which
// is meant: a bug that is not there any more is not looked for.

const OBSERVE = 'sync/observe/observe-store.ts';
const READ_ALL = 'sync/observe/read-all.ts';
const MIRROR = 'sync/observe/mirror-rows.ts';
const SESSIONS = 'sync/observe/observe-sessions.ts';
const APPLY = 'sync/apply/apply-steps.ts';
const CHANGE = 'sync/apply/change-sessions.ts';
const WRITE = 'sync/apply/write-workouts.ts';
const STATE = 'sync/state/state.ts';
const GUARD = 'sync/run/plan-and-apply.ts';

/** @type {readonly { name: string, file: string, from: string, to: string }[]} */
export const bugs = [
  {
    name: 'an expired cursor is ignored',
    file: OBSERVE,
    from: "if (page.kind === 'expired') return undefined;",
    to: "if (page.kind === 'expired') return ALL_SEEN;",
  },
  {
    name: 'the cursor is stored before the data',
    file: OBSERVE,
    from: 'await run.commit([...changes, put(COVERAGE, ONLY, { ...from, cursor: next })]);',
    to: 'await run.commit([put(COVERAGE, ONLY, { ...from, cursor: next })]); await run.commit(changes);',
  },
  {
    name: 'the cursor is not bound to its scope',
    file: OBSERVE,
    from: 'coverage.scope === scopePrint(run) && ',
    to: '',
  },
  {
    name: 'the cursor is taken after the read',
    file: READ_ALL,
    from: '        scope,\n        cursor,\n        window:',
    to: '        scope,\n        cursor: await beginChanges(run),\n        window:',
  },
  {
    name: 'a deletion in a page undoes the record that the page puts',
    file: MIRROR,
    from: 'if (live.has(key) || isOurOwn(run, key)) continue;',
    to: 'if (isOurOwn(run, key)) continue;',
  },
  {
    name: 'deletions are not remembered',
    file: MIRROR,
    from: 'changes.push(put(GONE, key, { at: run.now() }));\n    seen.gone.add(key);',
    to: '',
  },
  {
    name: 'a read that shows own records only proves the rest gone',
    file: READ_ALL,
    from: 'const proven = complete && (isKnownToBeAllowed || metForeign || !hadForeign);',
    to: 'const proven = complete;',
  },
  {
    name: 'a read of a part is taken for the whole',
    file: READ_ALL,
    from: 'const proven = complete && (isKnownToBeAllowed || metForeign || !hadForeign);',
    to: 'const proven = true;',
  },
  {
    name: 'a read taken up half-way is taken for a whole one',
    file: READ_ALL,
    from: 'met: resumed ? undefined : met,',
    to: 'met,',
  },
  {
    name: 'a list of sessions that broke off is taken for complete',
    file: SESSIONS,
    from: 'let complete = false;',
    to: 'let complete = true;',
  },
  {
    name: 'a session list proves deletions that its store does not vouch for',
    file: SESSIONS,
    from: "absence: absenceMeansDeleted ? 'deleted' : 'unknown',",
    to: "absence: 'deleted',",
  },
  {
    name: 'what was observed is forgotten when a run is stopped',
    file: 'sync/observe/observe-both.ts',
    from: 'const unseen = await observeStore(run, live.unplanned);',
    to: 'for (const keys of Object.values(live.unplanned)) keys.clear(); const unseen = await observeStore(run, live.unplanned);',
  },
  {
    name: 'deletions are dropped before they are absorbed',
    file: 'sync/run/work.ts',
    from: "if (link.state === 'active') left.delete(link.workout);",
    to: '',
  },
  {
    name: 'a direction that is turned on reaches back',
    file: 'sync/stamp-settings.ts',
    from: 'if (before === undefined) return next;',
    to: 'return next;',
  },
  {
    name: 'the ledger is written in a second transaction',
    file: 'sync/apply/done.ts',
    from: '    ...all.flatMap((done) => rowsOf(run, live, done)),\n',
    to: '',
  },
  {
    name: 'answers are not used up',
    file: 'sync/apply/done.ts',
    from: '.filter((answer) => all.some(({ step }) => usesUp(step, answer)))',
    to: '.filter(() => false)',
  },
  {
    name: 'tombstones are dropped',
    file: 'sync/apply/done.ts',
    from: 'put(LINKS, link.session, link),',
    to: "...(link.state === 'active' || link.state === 'detached' ? [put(LINKS, link.session, link)] : [drop(LINKS, link.session)]),",
  },
  {
    name: 'what is taken for granted is not looked at again',
    file: 'sync/apply/expectations.ts',
    from: 'step.expect.every((expected) => holds(run, live, expected))',
    to: 'step.expect.length >= 0',
  },
  {
    name: 'one bad item ends the run',
    file: APPLY,
    from: 'const trouble = failed(run, item, { side, error }, live.session(item.key));',
    to: 'const trouble = failed(run, item, { side, error }, live.session(item.key)); throw trouble;',
  },
  {
    name: 'an item that failed is never tried again',
    file: 'sync/apply/trouble.ts',
    from: 'return trouble.setAside || (trouble.next > now() && trouble.problem.at <= now());',
    to: 'return true;',
  },
  {
    name: 'an error of the app counts as success',
    file: CHANGE,
    from: "return [...attempts, ...asked.map(({ step }) => failedIn('session-store', step, answer.error))];",
    to: "return [...attempts, ...asked.map(({ step, link }): Attempt => ({ kind: 'done', done: { step, link } }))];",
  },
  {
    name: 'an update does not say which revision it expects',
    file: CHANGE,
    from: "change: { kind: 'update', key: effect.session, session: taken, parts, revision: session.revision, ...handed },",
    to: "change: { kind: 'update', key: effect.session, session: taken, parts, revision: '*', ...handed },",
  },
  {
    name: 'the base is taken from what the app holds, edits and all',
    file: CHANGE,
    from: "facts: parts.includes('facts') && isSent.facts ? now.facts : session.facts,",
    to: 'facts: now.facts,',
  },
  {
    name: 'a session that exists already is taken for the one just made',
    file: CHANGE,
    from: 'link: { ...link, base: originBase(stored, workout) }',
    to: 'link: { ...link, base: { ...link.base, revision: stored.revision } }',
  },
  {
    name: 'a record is written again under the same version',
    file: WRITE,
    from: 'version: Math.max(version, attempted + 1) }',
    to: 'version: Math.max(1, version - 1) }',
  },
  {
    name: 'the version is not written down before the write',
    file: WRITE,
    from: '    put(EXPORTS, effect.session, unanswered),\n',
    to: '',
  },
  {
    name: 'a record that was written is not put into the mirror',
    file: WRITE,
    from: '      workout: recordOf(run.scope, session, written.key, external),\n',
    to: '',
  },
  {
    name: 'a write that failed counts as success',
    file: WRITE,
    from: "const answer = await run.finish('health-store', () => writing.save(draftOf(session, external, detail, previous)));\n  if (answer.kind === 'error') return failedIn('health-store', step, answer.error);",
    to: "const asked = await run.finish('health-store', () => writing.save(draftOf(session, external, detail, previous)));\n  const answer = asked.kind === 'error' ? { kind: 'ok' as const, value: { key: 'x', external } } : asked;",
  },
  {
    name: 'a removal that failed counts as success',
    file: WRITE,
    from: "const answer = await run.ask('health-store', () => writing.remove(written));\n    if (answer.kind === 'error') return failedIn('health-store', step, answer.error);",
    to: "await run.ask('health-store', () => writing.remove(written));",
  },
  {
    name: 'a removal leaves the records beside the workout',
    file: WRITE,
    from: 'const written = previousOf(run, link.session, key) ?? { key, external };',
    to: 'const written = { key, external };',
  },
  {
    name: 'the guard is not asked',
    file: GUARD,
    from: 'return asHeard(run, guardOf(steps, linked, run.settings.guard, answersOf(run)), steps);',
    to: 'return { ...guardOf(steps, linked, run.settings.guard, answersOf(run)), held: false };',
  },
  {
    name: 'the guard is asked after other effects',
    file: GUARD,
    from: 'const foreseen = await checkGuard(run, live, parts);',
    to: 'const foreseen = noLosses();',
  },
  {
    name: 'the lease of another is not respected',
    file: STATE,
    from: 'if (isOthers(current)) {',
    to: 'if (isOthers(current) && holds(current)) {',
  },
  {
    name: 'a lease that a wrong clock has dated lasts until then',
    file: STATE,
    from: ' && lease.until <= now() + LONGEST_LEASE_MILLISECONDS',
    to: '',
  },
  {
    name: 'a rest that a wrong clock has dated lasts until then',
    file: 'sync/apply/trouble.ts',
    from: ' && trouble.problem.at <= now()',
    to: '',
  },
  {
    name: 'what only the ledger learns rests as well',
    file: APPLY,
    from: "(step.effect.kind === 'set-link' || !isResting(run, itemOf(step)))",
    to: '!isResting(run, itemOf(step))',
  },
  {
    name: 'a read that was interrupted goes on behind rows that were damaged since',
    file: OBSERVE,
    from: 'await run.commit([...brokenOff(run), put(SUMMARY, ONLY, { ...summary, lost })]);',
    to: 'await run.commit([put(SUMMARY, ONLY, { ...summary, lost })]);',
  },
  {
    name: 'how far back can be read is asked at the beginning of a run only',
    file: READ_ALL,
    from: 'readFrom = Math.max(readFrom, window.start);',
    to: '',
  },
  {
    name: 'an edit is written over a record that the background does not show',
    file: 'sync/run/work.ts',
    from: ' || !unseen.has(step.link.workout)',
    to: ' || step.link.workout !== undefined',
  },
  {
    name: 'a tombstone does not name what has replaced its workout',
    file: 'reconcile/write/row-steps.ts',
    from: 'const workout = row.session && row.workout ? row.workout.key : link.workout;',
    to: 'const { workout } = link;',
  },
  {
    name: 'a lease that was lost is not noticed',
    file: STATE,
    from: 'if (before && holds(get(LEASE))) return;',
    to: 'if (before) return;',
  },
  {
    name: 'a conflict of the state counts as written',
    file: STATE,
    from: "if (answer === 'conflict') return false;",
    to: '',
  },
  {
    name: 'external ids are random',
    file: 'reconcile/decide/own-record.ts',
    from: 'const external = { id: externalIdOf(view.world.scope, session.key), version };',
    to: 'const external = { id: externalIdOf(view.world.scope, session.key + Math.random()), version };',
  },
  {
    name: 'own records are imported',
    file: 'reconcile/gather/own-export.ts',
    from: 'record.external !== undefined && isExternalId(record.external.id) && isOwnRecord(scope, record);',
    to: "record.external?.id === '' && isExternalId(record.external.id) && isOwnRecord(scope, record);",
  },
  {
    name: 'the health store wins over an edit of the user',
    file: 'reconcile/decide/parts.ts',
    from: "if (!session[part]) return 'take';",
    to: "return 'take';",
  },
  {
    name: 'our record is written again after the user removed it',
    file: 'reconcile/decide/linked-outcome.ts',
    from: "unedited: { same: 'settled', changed: 'rebase-or-write', gone: 'close-workout-removed' },",
    to: "unedited: { same: 'settled', changed: 'rebase-or-write', gone: 'write' },",
  },
  {
    name: 'a switched-off direction closes its links',
    file: 'reconcile/decide/linked-outcome.ts',
    from: "if (direction === 'off') return waits('direction-off');",
    to: "if (direction === 'off') return { kind: 'acts', outcome: 'close-workout-removed' };",
  },
  {
    name: 'what a run leaves undone waits for a restart',
    file: 'sync/run/work.ts',
    from: '  if (tries.undone || tries.moved || backfill) live.wake();\n',
    to: '',
  },
  {
    name: 'a record that moved under a run waits for a restart',
    file: APPLY,
    from: '    await heed(run, live, dropped);\n',
    to: '',
  },
  {
    name: "a record whose write was never answered is nobody's once its session is gone",
    file: 'sync/observe/unanswered-writes.ts',
    from: '  if (unlinked.length === 0) return;\n',
    to: '  return;\n',
  },
  {
    name: 'a record of another account is taken for a workout',
    file: 'reconcile/gather/groups.ts',
    from: 'if (!isOwnExport(world.scope, item)) add(item, row);',
    to: 'if (row === undefined || !isOwnExport(world.scope, item)) add(item, row);',
  },
  {
    name: 'a new phone does not know what the old one had linked',
    file: 'state/adopt-state.ts',
    from: 'AGAIN, LEASE].map',
    to: 'AGAIN, LEASE, LINKS].map',
  },
  {
    name: 'a new phone finishes records that the old one keeps',
    file: 'sync/run/work.ts',
    from: '    if (isKeptElsewhere(run, session, engine.live.session(session))) continue;\n',
    to: '',
  },
  {
    name: 'what a disconnect was about to remove is not written down',
    file: 'sync/disconnect.ts',
    from: '  if (!isBegun) await run.commit([put(ENDING, session, ending)]);\n',
    to: '',
  },
  {
    name: 'a claim has no end',
    file: 'sync/observe/owners.ts',
    from: 'if (!isOwnedElsewhere(session, scope) || !overrules(claim, session)) return [drop(ANSWERS, row)];',
    to: '',
  },
  {
    name: 'samples that may not be read are taken for deleted',
    file: 'domain/prints.ts',
    from: 'return samplesIn(known).some((count, kind) => Number(count) > 0 && !(Number(found[kind]) > 0));',
    to: 'return false;',
  },
  {
    name: 'a better copy takes away samples that it lacks',
    file: 'reconcile/decide/parts.ts',
    from: "const said = code === 'user-preferred' ? workout : withKnownSamples",
    to: 'const said = workout !== row.workout ? workout : withKnownSamples',
  },
  {
    name: 'a session with another key is a new one',
    file: 'sync/rekey.ts',
    from: 'return [put(ALIASES, to, {',
    to: 'return []; return [put(ALIASES, to, {',
  },
  {
    name: 'a preview names sessions by the keys that they had',
    file: 'sync/create-sync.ts',
    from: 'return keys.told(plan ?? emptyPlan(engine));',
    to: 'return plan ?? emptyPlan(engine);',
  },
  {
    name: 'who has disconnected goes on',
    file: 'sync/run/run.ts',
    from: "    throw problem('not-connected',",
    to: "    if (false) throw problem('not-connected',",
  },
  {
    name: 'what is set aside is known by its key alone',
    file: 'sync/apply/trouble.ts',
    from: '(kind === undefined ? key :',
    to: '(kind !== undefined ? key :',
  },
  {
    name: 'whoever takes a part of a held loss back has confirmed the rest',
    file: 'sync/run/heard-guard.ts',
    from: 'held: left.held || isRest',
    to: 'held: left.held',
  },
  {
    name: 'what was counted before a limit is forgotten',
    file: 'sync/observe/with-count.ts',
    from: 'known !== undefined && known.revision === session.revision',
    to: 'false',
  },
  {
    name: 'a count of a time that is to come stands',
    file: 'sync/observe/recount.ts',
    from: 'else if (canCount && readAt > run.now()) ',
    to: 'else if (canCount && readAt < 0) ',
  },
];
