// Whether a search word may stand in the address, which browsers keep and people pass on.
type Found = { readonly marking: string | null };

/** Only once all that it finds has been read, and nothing of that is above TLP:GREEN. */
export const mayBeInAddress = (rows: readonly Found[], hasMore: boolean): boolean =>
  !hasMore && rows.length > 0 && rows.every(({ marking }) => marking === 'CLEAR' || marking === 'GREEN');
