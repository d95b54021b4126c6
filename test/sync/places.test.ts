import { describe, expect, it } from 'vitest';
import type { Placed, Plan } from '../../src/reconcile/plan';
import { openPlaces } from '../../src/sync/plan/places';
import { EMPTY_PLAN } from '../messages/plan-samples';

const workout = (key: string, code: Placed['reasons'][0]['code'], params?: { readonly route: string }): Placed => ({
  kind: 'workout',
  key,
  reasons: [{ code, ...(params && { params }) }] as Placed['reasons'],
});

describe('openPlaces', () => {
  it('counts what waits, what is to be reviewed and whose route is to be asked for, not what is set aside', () => {
    const places = openPlaces();
    places.place({
      ...EMPTY_PLAN,
      skipped: [workout('a', 'deleted')],
      waiting: [workout('b', 'detail-unread', { route: 'consent-required' })],
      blocked: [workout('c', 'possible-twin'), workout('d', 'quarantined')],
    });
    expect(places.counts()).toEqual({ reviews: 1, waiting: 1, routesToAskFor: ['b'] });
    expect([...places.all()].map(({ placed }) => placed.key)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('counts a record where the last plan has put it, and no more', () => {
    const places = openPlaces();
    places.place({ ...EMPTY_PLAN, waiting: [workout('a', 'detail-unread', { route: 'consent-required' })] });
    places.place({ ...EMPTY_PLAN, blocked: [workout('a', 'possible-twin')] });
    expect(places.counts()).toEqual({ reviews: 1, waiting: 0, routesToAskFor: [] });
    places.place({ ...EMPTY_PLAN, skipped: [workout('a', 'deleted')] });
    expect(places.counts()).toEqual({ reviews: 0, waiting: 0, routesToAskFor: [] });
    expect([...places.all()]).toHaveLength(1);
  });

  it('forgets a record that a step touches, as workout, as copy or as session', () => {
    const places = openPlaces();
    const session: Placed = { kind: 'session', key: 's', reasons: [{ code: 'session-open' }] };
    places.place({ ...EMPTY_PLAN, waiting: [workout('w', 'detail-unread'), workout('c', 'detail-unread'), session] });
    const link = { session: 's', workout: 'w', copies: ['c'] };
    places.place({ ...EMPTY_PLAN, steps: [{ link }] as unknown as Plan['steps'] });
    expect([...places.all()]).toEqual([]);
    expect(places.counts().waiting).toBe(0);
  });

  it('drops what was doubted and not placed again, and nothing else', () => {
    const places = openPlaces();
    const keys = () => [...places.all()].map(({ placed }) => placed.key);
    places.place({ ...EMPTY_PLAN, blocked: [workout('a', 'possible-twin'), workout('b', 'possible-twin')] });
    places.sweep();
    places.doubt();
    expect([keys(), places.counts().reviews]).toEqual([['a', 'b'], 2]);
    places.place({ ...EMPTY_PLAN, blocked: [workout('b', 'possible-twin')], skipped: [workout('c', 'deleted')] });
    places.sweep();
    expect([keys(), places.counts().reviews]).toEqual([['b', 'c'], 1]);
    places.sweep();
    expect(keys()).toEqual(['b', 'c']);
  });

  it('forgets a record by its key, of whichever kind, and no other', () => {
    const places = openPlaces();
    const session: Placed = { ...workout('a', 'possible-twin'), kind: 'session' };
    places.place({ ...EMPTY_PLAN, blocked: [session, workout('a', 'possible-twin'), workout('b', 'possible-twin')] });
    places.forget(['a']);
    expect([...places.all()].map(({ placed }) => placed.key)).toEqual(['b']);
    expect(places.counts().reviews).toBe(1);
  });
});
