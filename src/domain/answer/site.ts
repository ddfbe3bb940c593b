// A site of a member: a plant, a station, a branch. An answer for one names it to the publisher.
export type Site = { readonly slug: string; readonly name: string };
