// The links by which `npm start` lets a newcomer be a person of its sample: hashes of tokens that it prints, and until when
// they count. It hands them to its own hub; nothing else sets them.

export type SampleLinks = {
  readonly until: Date;
  readonly people: readonly {
    /** `<member slug>/<handle>`. */
    readonly person: string;
    /** SHA-256 of the token, in hexadecimal. */
    readonly hash: string;
  }[];
};

const FORM = /^\d{4}-\d\d-\d\dT[\d:.]+Z(?: [a-z0-9-]+\/[a-z0-9.-]+=[0-9a-f]{64}){1,20}$/;

export const isSampleLinks = (text: string): boolean => FORM.test(text);

/** As `2026-11-29T08:00:00.000Z ostrel-water/night-shift=<hash> …`; null for anything else. */
export const sampleLinksIn = (text: string): SampleLinks | null => {
  if (!FORM.test(text)) return null;
  const [until = '', ...people] = text.split(' ');
  return {
    until: new Date(until),
    people: people.map((each) => {
      const [person = '', hash = ''] = each.split('=');
      return { person, hash };
    }),
  };
};
