import { stop } from './actions/target';
import { type Account, externalId } from './records';
import type { Simulation } from './simulation';

/** All who use the same phones: they share the health store, and each has sessions and a state of their own. */
export interface Household {
  /** Those who have ever signed in. */
  readonly members: () => readonly Simulation[];
  readonly signedIn: () => Simulation;
  /** Somebody signs in, perhaps for the first time. What the app of whoever was signed in before is asked, it refuses. */
  readonly signIn: (account: Account) => void;
}

/** A household of one. */
export const openHousehold = (first: Simulation, open: (account: Account) => Simulation): Household => {
  const members = new Map([[first.account, first]]);
  let signedIn = first;
  const memberOf = (account: Account): Simulation => {
    const known = members.get(account);
    if (known) return known;
    const made = open(account);
    members.set(account, made);
    return made;
  };
  return {
    members: () => [...members.values()],
    signedIn: () => signedIn,
    signIn: (account) => {
      if (account === signedIn.account) return;
      signedIn.app.set({ signedIn: false });
      stop(signedIn);
      signedIn = memberOf(account);
      signedIn.app.set({ signedIn: true });
    },
  };
};

/** The session that an external id of this account stands for. */
export const sessionOf = (simulation: Simulation, id: string): string | undefined =>
  [...simulation.history.sessions].find((key) => externalId(simulation, key) === id);

/** Whether an external id stands for a session of another account. */
export const isAnothers = (simulation: Simulation, id: string): boolean =>
  simulation.household.members().some((member) => member !== simulation && sessionOf(member, id) !== undefined);
