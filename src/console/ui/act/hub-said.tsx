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

/** Words of the console, or refusals of one code. */
type Group = string | readonly WhyRefusedFragment[];

const groupsOf = (faults: readonly Fault[]): Map<string, Group> => {
  const groups = new Map<string, Group>();
  for (const fault of faults) {
    if (typeof fault === 'string') {
      groups.set(fault, fault);
      continue;
    }
    const before = groups.get(fault.code);
    groups.set(fault.code, [...(typeof before === 'object' ? before : []), fault]);
  }
  return groups;
};

/** Each in a line of its own. */
export const Faults = ({ of }: { of: readonly Fault[] }): JSX.Element => (
  <>
    {[...groupsOf(of)].map(([key, group]) => (
      <span className="block fault" key={key}>
        {typeof group === 'string' ? group : <SaidOfCode of={group} />}
      </span>
    ))}
  </>
);
