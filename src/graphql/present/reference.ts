// One reference of a STIX object: where it stands and what it names. What it leads to is decided when it is asked for.
export type ReferenceSource = { readonly property: string; readonly id: string };
