// Reads the payload of a proposal by its shape; the first breach is refused with its path.
import type { ZodType } from 'zod';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import { plainIssue } from '../../domain/reading/plain-issue.ts';

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (so, part) => (typeof part === 'number' ? `${so}[${part}]` : `${so}.${String(part)}`),
    '$.payload',
  );

export const readPayload =
  <Payload>(shape: ZodType<Payload>) =>
  (payload: unknown): Outcome<Payload> => {
    const read = shape.safeParse(payload);
    if (read.success) return accepted(read.data);
    return refused(
      ...read.error.issues.map(({ path, message }) =>
        problem(
          'PAYLOAD_MALFORMED',
          pathOf(path),
          plainIssue(message),
          'Query approvalKinds for what each kind takes.',
        ),
      ),
    );
  };
