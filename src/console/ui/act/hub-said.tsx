// What the hub refuses or finds unusual. Where the console has words for its code they say what is wrong, in every language; the
// sentence of the hub stands beneath, since it names what is meant, a number, a name, a time, and what to do about just that.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhyRefusedFragment } from '../../operations/graphql.generated.ts';
import { wordsFor } from '../../words/enum-words.ts';
import { HubText } from '../producer-text.tsx';
import { type Fault, type Said, sentencesOf } from './sentences.ts';

export const HubSaid = ({ of }: { of: Said }): JSX.Element => <SaidOfCode of={[of]} />;

/** All are of one code, whose words are said once. */
const SaidOfCode = ({ of }: { of: readonly Said[] }): JSX.Element => {
  const { i18n } = useTranslation();
  const words = wordsFor(i18n, ['refused.code'], of[0]?.code ?? '');
  return (
    <>
      {words}
      {sentencesOf(of).map((each) => (
        <span key={each} className={words === null ? 'block' : 'block hub-said'}>
          <HubText text={each} />
        </span>
      ))}
    </>
  );
};

/** Words of the console, or refusals of one code; with the paths that it is said of. */
type Group = {
  readonly words: string | null;
  readonly of: readonly WhyRefusedFragment[];
  readonly at: readonly string[];
};

const keyOf = (fault: Fault): string =>
  typeof fault === 'string' ? fault : 'words' in fault ? fault.words : fault.code;

const groupsOf = (faults: readonly Fault[]): Map<string, Group> => {
  const groups = new Map<string, Group>();
  for (const fault of faults) {
    const key = keyOf(fault);
    const { of, at } = groups.get(key) ?? { of: [], at: [] };
    if (typeof fault === 'string') groups.set(key, { words: fault, of, at });
    else if ('words' in fault) groups.set(key, { words: fault.words, of, at: [...at, fault.path] });
    else groups.set(key, { words: null, of: [...of, fault], at: [...at, fault.path] });
  }
  return groups;
};

/** Each in a line of its own. Where it is found by its path (lead-to.ts) it takes the focus if it has no field. */
export const Faults = ({ of }: { of: readonly Fault[] }): JSX.Element => (
  <>
    {[...groupsOf(of)].map(([key, { words, of: said, at }]) => (
      <span
        className="block fault"
        key={key}
        {...(at.length === 0 ? {} : { 'data-at': at.join(' '), tabIndex: -1 })}
      >
        {words ?? <SaidOfCode of={said} />}
      </span>
    ))}
  </>
);
