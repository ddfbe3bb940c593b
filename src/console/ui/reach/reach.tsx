// How somebody is reached: a number that can be dialled is a link, and everything can be copied.
import type { JSX } from 'react';
import { CopyButton } from '../copy-button.tsx';
import { ProducerText, visible } from '../producer-text.tsx';

const TELEPHONE = /^\+[\d\s()/.-]{6,40}$/;

type Shown = { readonly name: string; readonly kind: string; readonly value: string };

/** Of several persons, by what they show. */
export const ReachOfPeople = ({ of }: { of: readonly Shown[] }): JSX.Element => (
  <>
    {of.map(({ name, kind, value }) => (
      <Reach key={`${name} ${kind} ${value}`} name={name} number={value} />
    ))}
  </>
);

type Props = { readonly name: string; readonly number: string; readonly hours?: string };

export const Reach = ({ name, number, hours }: Props): JSX.Element => (
  <div>
    <p className="strong">
      <ProducerText text={name} />
    </p>
    <p className="row">
      {TELEPHONE.test(number) ? (
        <a href={`tel:${number.replace(/[^+\d]/g, '')}`} dir="ltr">
          {number}
        </a>
      ) : (
        <ProducerText text={number} />
      )}
      <CopyButton text={() => visible(number)} />
    </p>
    {hours !== undefined && (
      <p className="quiet small">
        <ProducerText text={hours} />
      </p>
    )}
  </div>
);
