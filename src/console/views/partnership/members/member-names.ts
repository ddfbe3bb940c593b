// What a member is called that is told by its id; null where the reader is not told of it.
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../act/may.ts';
import { type Listed, membersQuery } from './members-query.ts';

const NONE: readonly Listed[] = [];

export const useMemberName = (): ((id: string) => string | null) => {
  const may = useMay();
  const members = useQuery({ ...membersQuery, enabled: may('EITHER').isAllowed }).data ?? NONE;
  return (id) => members.find((each) => each.id === id)?.name ?? null;
};
