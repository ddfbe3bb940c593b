// Naming: which members a member is told of. To whom a member is unlisted it is absent everywhere: in look-ups, previews,
// refusals, lists and counts it looks like a member that does not exist.
export { isListedTo } from '../domain/partnership/disclosure.ts';
