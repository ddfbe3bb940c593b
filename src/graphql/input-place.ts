// Where in a variable the value stands that does not fit the contract: graphql-js says it in its message only, and a
// client that marks a form's field needs it as a path like that of a refused act.

const HEAD = /^Variable "\$([_A-Za-z]\w*)" has invalid value(?: at ([^:]*))?: /;
const FIELD = /(?:include required field|not to include unknown field) "([^"]*)"/;

/** The variable, the JSON path below it and what to do; nothing for what is no error of a variable. */
export const inputPlace = (message: string): object => {
  const [head, variable, at = ''] = HEAD.exec(message) ?? [];
  if (head === undefined || variable === undefined) return {};
  const field = FIELD.exec(message.slice(head.length))?.[1];
  const path = `$${at}${field === undefined ? '' : `.${field}`}`;
  const remedy = 'Give what the type in the schema asks for there; nothing was done.';
  return { variable, path, remedy };
};
