import { ACCOUNTS } from '../records';
import { placeWitness } from './both-sides';
import type { Act } from './target';

/** Somebody else signs in on all phones, or whoever was there first again. */
export const switchAccount: Act = ({ household, account, setting }, target) => {
  const other = ACCOUNTS.find((one) => one !== account) ?? account;
  const isNew = household.members().every((member) => member.account !== other);
  household.signIn(other);
  if (isNew && setting.witness !== 'none') placeWitness(household.signedIn(), target);
};
