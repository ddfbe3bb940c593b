// A reference in a STIX object: its property and the id it names. Access to the target is decided when its field resolves.
export type ReferenceSource = { readonly property: string; readonly id: string };
