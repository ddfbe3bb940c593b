// `--contact KIND=VALUE`, as often as there are, with who sees each: `mobile:counterparts=+43 …`.
import { type Command, InvalidArgumentError } from 'commander';
import { CONTACT_KINDS, CONTACT_VISIBILITIES } from '../../domain/person.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { typed } from '../terminal/choices.ts';
import { table } from '../terminal/table.ts';

export type Contact = { readonly kind: string; readonly value: string; readonly visibleTo: string };

const named = (text: string, names: readonly string[]): string | undefined =>
  names.find((each) => each === text.trim().toUpperCase().replaceAll('-', '_'));

const list = (names: readonly string[]): string => names.map(typed).join(', ');

/** For commander: adds one to those before it. */
const another = (text: string, before: readonly Contact[] | false | undefined): Contact[] => {
  const at = text.indexOf('=');
  const [kind = '', whom = 'member'] = text.slice(0, Math.max(0, at)).split(':');
  const contact = {
    kind: named(kind, CONTACT_KINDS),
    value: text.slice(at + 1).trim(),
    visibleTo: named(whom, CONTACT_VISIBILITIES),
  };
  if (contact.kind === undefined || contact.visibleTo === undefined || contact.value === '')
    throw new InvalidArgumentError(
      `Write it as mobile:counterparts=+43 1 234, for example. Kinds: ${list(CONTACT_KINDS)}. Seen by: ${list(CONTACT_VISIBILITIES)}.`,
    );
  // False where `--no-contact` came first: what follows is all there is.
  return [...(before || []), { ...contact, kind: contact.kind, visibleTo: contact.visibleTo }];
};

export const mayBeReached = (command: Command): Command =>
  command
    .option(
      '--contact <kind[:who]=value>',
      'all ways to reach it from now on, one each time; seen by your organisation alone (member), by those whose warnings it has answered (counterparts), or by every member (partnership)',
      another,
    )
    .option('--no-contact', 'no way to reach it any more');

/** Commander takes `--no-…` alone for a default of true. */
export const contactsOf = ({ contact }: { readonly contact?: readonly Contact[] | boolean }) => {
  if (contact === false) return { contacts: [] };
  return contact === undefined || contact === true ? {} : { contacts: contact };
};

export const contactTable = (contacts: readonly Contact[]): string =>
  table(
    ['BY', 'NUMBER OR ADDRESS', 'SEEN BY'],
    contacts.map(({ kind, value, visibleTo }) => [typed(kind), tidy(value), typed(visibleTo)]),
  );
