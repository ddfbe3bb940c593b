// Six identities that are ready to use: who each one is, and with which member and role it signs in.
import type { Role } from '../src/domain/member.ts';

export type Identity = {
  /** Name of the key file, and of `--as`. */
  readonly name: string;
  readonly member: string;
  readonly role: Role;
  /** Null for a machine. */
  readonly person: string | null;
  readonly who: string;
};

export const IDENTITIES: readonly Identity[] = [
  {
    name: 'analyst',
    member: 'ostrel-water',
    role: 'analyst',
    person: 'ostrel-water/night-shift',
    who: 'security analyst of Ostrel Valley Water (XA); receives grid warnings because water depends on the grid',
  },
  {
    name: 'duty-officer',
    member: 'aldermark-cyber-agency',
    role: 'publisher',
    person: 'aldermark-cyber-agency/duty-officer',
    who: 'duty officer of the Aldermark Cyber Agency (XA); publishes, corrects, cancels, sees who answered',
  },
  {
    name: 'centre-manager',
    member: 'energy-circle',
    role: 'manager',
    person: 'energy-circle/manager',
    who: 'manager of the sharing centre Energy Circle (XA and XB)',
  },
  {
    name: 'integrator',
    member: 'northreach-grid',
    role: 'integrator',
    person: null,
    who: 'a machine of Northreach Transmission Grid (XA); never sees TLP:RED',
  },
  {
    name: 'control-room',
    member: 'northreach-grid',
    role: 'contact',
    person: 'northreach-grid/control-room',
    who: 'control room of Northreach Transmission Grid (XA); one TLP:RED warning names this person',
  },
  {
    name: 'state-contact',
    member: 'brennland-state-contact',
    role: 'contact',
    person: 'brennland-state-contact/duty-desk',
    who: 'State contact of Brennland (XB); one TLP:RED warning names this person',
  },
];
