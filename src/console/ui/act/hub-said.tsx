// What the hub refuses or finds unusual. Where the console has words for its code they say what is wrong and what to do, in every
// language; the sentence of the hub stands beneath, since it names what is meant: a number, a name, a time.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhyRefusedFragment } from '../../operations/graphql.generated.ts';
import { wordsFor } from '../../words/enum-words.ts';
import { HubText } from '../producer-text.tsx';

/** What is wrong in a field: words of the console, or a refusal of the hub. */
export type Fault = string | WhyRefusedFragment;

type Said = Pick<WhyRefusedFragment, 'code' | 'message'> & Partial<Pick<WhyRefusedFragment, 'remedy'>>;

export const HubSaid = ({ of: { code, message, remedy } }: { of: Said }): JSX.Element => {
  const { i18n } = useTranslation();
  const words = wordsFor(i18n, ['refused.code'], code);
  if (words === null) return <HubText text={remedy === undefined ? message : `${message} ${remedy}`} />;
  return (
    <>
      {words}{' '}
      <small className="quiet">
        <HubText text={message} />
      </small>
    </>
  );
};

export const keyOfFault = (fault: Fault): string =>
  typeof fault === 'string' ? fault : `${fault.code} ${fault.path}`;

export const FaultText = ({ of }: { of: Fault }): JSX.Element =>
  typeof of === 'string' ? <>{of}</> : <HubSaid of={of} />;

export const Faults = ({ of }: { of: readonly Fault[] }): JSX.Element => (
  <>
    {of.map((fault) => (
      <p className="fault" key={keyOfFault(fault)}>
        <FaultText of={fault} />
      </p>
    ))}
  </>
);
