// What the hub says of rows that were sent, as said of the rows of the form: those that are empty are not sent.
import { type Form, isWritten } from '../form.ts';

type OfPath = { readonly path: string };
type Rows = Pick<Form, 'actions' | 'contacts'>;

const placesOf = <Row>(rows: readonly Row[], isSent: (row: Row) => boolean): number[] =>
  rows.flatMap((row, at) => (isSent(row) ? [at] : []));

/** Of a proposal paths begin with `$.payload`. */
export const inRowsOf = <Said extends OfPath>(form: Rows, said: readonly Said[]): Said[] => {
  const places: Readonly<Record<string, readonly number[]>> = {
    actions: placesOf(form.actions, ({ text }) => text.trim() !== ''),
    contacts: placesOf(form.contacts, isWritten),
  };
  return said.map((each) => ({
    ...each,
    path: each.path.replace(
      /^(\$\.(?:payload\.)?)(actions|contacts)\[(\d+)\]/,
      (whole: string, before: string, list: string, at: string) => {
        const place = places[list]?.[Number(at)];
        return place === undefined ? whole : `${before}${list}[${place}]`;
      },
    ),
  }));
};

type Lists = Rows & Pick<Form, 'translations' | 'alternatives'>;

const countsOf = ({ actions, contacts, translations, alternatives }: Lists) => ({
  '$.actions[': actions.length,
  '$.contacts[': contacts.length,
  '$.translations[': translations.length,
  '$.audience.alternatives[': alternatives.length,
});

/**
 * What was said of a form that was changed since. Where rows came or went, what was said of them waits for the next answer: by now
 * another row may stand there.
 */
export const stillOf = <Said extends OfPath>(form: Lists, of: Lists, said: readonly Said[]): Said[] => {
  const [now, then] = [countsOf(form), countsOf(of)];
  const moved = (Object.keys(now) as (keyof typeof now)[]).filter((list) => now[list] !== then[list]);
  return said.filter(({ path }) => !moved.some((list) => path.startsWith(list)));
};
