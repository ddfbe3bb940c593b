// `tocsin person export` and `tocsin person erase`: everything that the hub holds of a person, and its end.
import { asTried, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { CliFault } from '../terminal/fault.ts';
import { print, printJson } from '../terminal/output.ts';

type Options = ClientOptions & { readonly json?: true };
type Known = { readonly personId: string; readonly written: string };

/** Its id, as the commands take it: written as people write it, or the id itself. */
const idOf = async (person: string, options: Options): Promise<string> => {
  if (/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(person)) return person;
  const { persons } = await hubClient(options).ask<{ readonly persons: readonly Known[] }>('persons');
  const typed = person.trim().toLowerCase();
  const found = persons.find(({ written }) => written === typed || written.endsWith(`/${typed}`));
  if (found !== undefined) return found.personId;
  throw new CliFault(
    `There is no person "${person}" in your organisation.`,
    'Its name may be free for others since it left; its id stays.',
    'Write it as tocsin person list shows it, or give its id.',
    1,
  );
};

/** JSON, whole: whoever asks for it wants it as it is. */
export const exportPerson = async (person: string, options: Options): Promise<void> => {
  const { personData } = await hubClient(options).ask<{ readonly personData: unknown }>('personData', {
    person,
  });
  if (personData !== null) print(JSON.stringify(personData, null, 2));
  else
    throw new CliFault(
      `There is no person "${person}" whose data you may have.`,
      'You may have your own, and as a member-admin that of the persons of your organisation.',
      'Write it as tocsin person list shows it, by its handle or its id.',
      1,
    );
};

type Erased = { readonly result: { readonly refusals: readonly Refusal[] } };

export const erasePerson = async (person: string, options: Options & Tried): Promise<void> => {
  const id = await idOf(person, options);
  const input = { person: id, ...asTried(options) };
  const { result } = await hubClient(options).ask<Erased>('erasePerson', { input });
  if (options.dryRun === true && result.refusals.length === 0)
    return tellTried(
      `The name, contacts, networks, notes and keys of ${id} would be erased, which cannot be undone; what is there: tocsin person export.`,
      options,
    );
  if (options.json === true) printJson({ person: id, refusals: result.refusals });
  process.exitCode = tellRefusals(result.refusals, 'Nothing was erased.');
  if (result.refusals.length === 0 && options.json !== true)
    print(`${id} is erased. Its id stays, and names nobody.`);
};
