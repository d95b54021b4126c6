import { ownIdOf } from './judge-identity';
import type { Timeline } from './timeline';

type Places = Map<string, number>;

/**
 * Visits pairs of recordings that an id links, whether or not they share time: our external id, the id that one app gave
 * both, a shared id, a parent and its leg.
 *
 * **Shape** each id is a star: all its recordings meet the first one. Only recordings that are `free` start a star, so
 * nothing is looked at twice where everything is linked already.
 *
 * **Cost** O(n); one look-up for each id.
 */
export const forEachSharedId = (
  { recordings }: Timeline,
  free: (place: number) => boolean,
  visit: (a: number, b: number) => void,
): void => {
  const own: Places = new Map();
  const cross: Places = new Map();
  const byApp = new Map<string, Places>();
  const parents: Places = new Map();
  const placesOf = (app: string): Places => {
    const known = byApp.get(app);
    if (known !== undefined) return known;
    const places: Places = new Map();
    byApp.set(app, places);
    return places;
  };
  const walk = (
    meet: (places: Places, id: string, place: number) => void,
    wanted: (place: number) => boolean,
  ): void => {
    recordings.forEach((recording, place) => {
      if (!wanted(place)) return;
      const ownId = ownIdOf(recording);
      if (ownId !== undefined) meet(own, ownId, place);
      const { source, sourceId, crossIds } = recording;
      if (sourceId !== undefined && source !== undefined) meet(placesOf(source.app), sourceId, place);
      crossIds?.forEach((id) => {
        meet(cross, id, place);
      });
    });
  };
  const pair = (a: number, b: number): void => {
    if (a !== b) visit(Math.min(a, b), Math.max(a, b));
  };
  walk((places, id, place) => {
    const first = places.get(id);
    if (first === undefined) places.set(id, place);
    else pair(first, place);
  }, free);
  walk(
    (places, id, place) => {
      const first = places.get(id);
      if (first !== undefined) pair(first, place);
    },
    (place) => !free(place),
  );
  recordings.forEach(({ parent }) => {
    if (parent !== undefined) parents.set(parent, -1);
  });
  if (parents.size === 0) return;
  recordings.forEach(({ key }, place) => {
    if (parents.has(key)) parents.set(key, place);
  });
  recordings.forEach(({ parent }, place) => {
    const at = parent === undefined ? undefined : parents.get(parent);
    if (at !== undefined && at >= 0) pair(at, place);
  });
};
