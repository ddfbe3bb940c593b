// jest-light-runner tells its workers by messages what they run. The answer to one worker goes to all that were given a file, and is
// not kept for one that does not listen yet: on a busy machine that one then waits for ever, and the whole run with it. A
// worker that was answered early is answered again when it asks.
const ASKS = 'jest-light-runner-get-worker-data';
const ANSWERS = 'jest-light-runner-worker-data';

/** `worker` is the process of a worker: what it sends and receives. */
export const keepEarlyAnswer = (worker) => {
  let answer = null;
  worker.on('message', (message) => {
    if (message?.type === ANSWERS) answer = message;
  });
  const send = worker.send.bind(worker);
  worker.send = (message, ...others) => {
    if (message !== ASKS || answer === null) return send(message, ...others);
    process.nextTick(() => worker.emit('message', answer));
    return true;
  };
};

// A process of the runner's pool, and no process that a test starts.
if (
  process.send !== undefined &&
  process.env.TINYPOOL_WORKER_ID !== undefined &&
  process.argv[1]?.includes('tinypool')
)
  keepEarlyAnswer(process);
