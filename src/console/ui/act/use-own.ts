// The one way of the console to do what somebody presses: as that person.
import { useMutation } from '@tanstack/react-query';
import { useSignedIn, whoIs } from '../../app/me.ts';
import { type Own, ownOptions } from './own-options.ts';

export const useOwn = <Input, Result>(own: Own<Input, Result>) => {
  const as = whoIs(useSignedIn());
  const { mutate, data, error, isPending, reset } = useMutation(ownOptions(own));
  return { press: (input: Input): void => mutate({ input, as }), data, error, isPending, reset };
};
