// After an act that takes rights: every process learns of it before the act is answered.
import type { Hub } from '../../hub.ts';

export const rightsChanged = async ({ directory }: Pick<Hub, 'directory'>): Promise<void> => {
  directory.forget();
  await directory.current();
};
