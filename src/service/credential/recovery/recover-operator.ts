// A recovery code for somebody who runs the hub, made on its machine: the way back when nobody who could make one can sign
// in, as after a move to another origin. Whoever holds the machine holds the database too, so this gives nothing away; that
// it is for hub operators only keeps the operator of the machine from acting as anybody of another organisation.
import { personWritten } from '../../../domain/directory.ts';
import { maySignIn } from '../../../domain/person.ts';
import { accepted, type Outcome, problem, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { notFounded } from '../../founding/move-hub.ts';
import { type IssuedCode, putRecovery, type RecoveryDeps } from './recover.ts';

/** `person` by id or as people write it. */
export const recoverOperator = async (
  hub: RecoveryDeps & Pick<Hub, 'counters'>,
  person: string,
): Promise<Outcome<IssuedCode>> => {
  if ((await hub.counters.findSetting('origin')) === null) return refused(notFounded());
  const whom = personWritten(await hub.directory.current(), person, null);
  if (whom === undefined || !whom.roles.includes('hub-operator') || !maySignIn(whom)) {
    return refused(
      problem(
        'RECOVERY_NOT_OF_OPERATOR',
        '$.person',
        'No such person runs this hub.',
        'Name a hub operator who may sign in; hub operators and administrators restore everybody else.',
      ),
    );
  }
  const by = { way: 'HOST' as const };
  const issued = await hub.members.change((session) =>
    putRecovery(hub, { person: whom, issuedBy: 'HOST', by, restorers: [] }, session),
  );
  hub.directory.forget();
  return accepted(issued);
};
