// What a version holds that nobody wrote: the hub's own objects, and a new date where nothing else is new.

/** The hub as a producer of objects, as it writes itself in each bundle; a test holds that it is this. */
export const HUB_IDENTITY = 'identity--d3923d29-e2fd-5769-8ef7-d8e7d5a7a1c0';

type Changed = {
  readonly change: string;
  readonly objectId: string;
  readonly before: unknown;
  readonly after: unknown;
};

const madeBy = (object: unknown): unknown =>
  typeof object === 'object' && object !== null ? Reflect.get(object, 'created_by_ref') : undefined;

export const isOfTheHub = ({ objectId, before, after }: Changed): boolean =>
  objectId === HUB_IDENTITY || madeBy(after ?? before) === HUB_IDENTITY;

/** Paths as `differenceOf` gives them. */
export const isNewDateAlone = (paths: readonly string[]): boolean =>
  paths.length > 0 && paths.every((path) => path === '$.modified');
