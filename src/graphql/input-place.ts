// Locates an invalid value in a variable. graphql-js names the place only in its message; a client that marks a form field
// needs it as a path, as in a refused act.

const HEAD = /^Variable "\$([_A-Za-z]\w*)" has invalid value(?: at ([^:]*))?: /;
const FIELD = /(?:include required field|not to include unknown field) "([^"]*)"/;

/** The variable, the JSON path in it and the remedy; empty when the message is not about a variable. */
export const inputPlace = (message: string): object => {
  const [head, variable, at = ''] = HEAD.exec(message) ?? [];
  if (head === undefined || variable === undefined) return {};
  const field = FIELD.exec(message.slice(head.length))?.[1];
  const path = `$${at}${field === undefined ? '' : `.${field}`}`;
  const remedy = 'Send a value of the type that the schema requires there. Nothing was done.';
  return { variable, path, remedy };
};
