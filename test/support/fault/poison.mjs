// Loaded into a worker by `--import`: kills it with SIGKILL whenever it parses an object that holds the poison.
const parse = JSON.parse;

JSON.parse = (text, reviver) => {
  if (typeof text === 'string' && text.startsWith('{') && text.includes('poison that kills the worker'))
    process.kill(process.pid, 'SIGKILL');
  return parse(text, reviver);
};
