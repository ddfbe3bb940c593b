// Why a member has something, in the hub's words: sectors by their names, and grades left to what stands beside it.
import type { JSX } from 'react';
import { useSectorName } from '../../app/sector-names.ts';
import { HubText } from '../producer-text.tsx';

const SECTOR = /\b([Ss]ector) ([a-z-]+(?:\/[a-z-]+)?)/g;
const GRADE = /\((?:HIGH|MEDIUM|LOW), /g;

export const RuleText = ({ rule }: { rule: string }): JSX.Element => {
  const nameOf = useSectorName();
  const named = rule
    .replace(SECTOR, (_, word: string, id: string) => `${word} ${nameOf(id)}`)
    .replace(GRADE, '(');
  return <HubText text={named} />;
};
