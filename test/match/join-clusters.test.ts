import { expect, it } from 'vitest';
import { matchSettingsOf } from '../../src/match/default-match-settings';
import { type Edge, findEdges } from '../../src/match/find-edges';
import { joinClusters, type Members } from '../../src/match/join-clusters';
import { timelineOf } from '../../src/match/timeline';
import { recordingOf } from './make-recording';

it('joining clusters changes nothing of what it is given', () => {
  const edges: readonly Edge[] = findEdges(
    timelineOf([recordingOf('s', 0, 1000), recordingOf('w', 1, 1000), recordingOf('x', 2, 1000)]),
    {
      answers: new Map(),
      isFree: () => true,
      isSession: () => false,
      isFolded: () => false,
      isOpen: () => true,
      isSuccession: () => false,
    },
    matchSettingsOf(),
  );
  const members: Members = {
    groups: Int32Array.of(0, -1, -1),
    singles: Uint8Array.of(1, 0, 0),
    firsts: Int32Array.of(0, 1, 2),
    ownIdOf: () => undefined,
  };
  const edgesAt = (place: number) => edges.filter(({ a, b }) => a === place || b === place);
  const clusters = joinClusters(members, edges, edgesAt);
  expect(new Set(clusters).size).toBe(1);
  expect([...members.groups]).toEqual([0, -1, -1]);
  expect([...members.singles]).toEqual([1, 0, 0]);
  expect([...members.firsts]).toEqual([0, 1, 2]);
});
