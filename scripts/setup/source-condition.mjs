// The hub runs the source of the workspace packages (packages/*), so that nothing has to be built first. Their `exports`
// name the source under a separate condition, set here for this process and every Node process that it starts.
import { registerHooks } from 'node:module';

const CONDITION = 'tocsin-source';
const FLAG = `--conditions=${CONDITION}`;

export function resolveSource() {
  const options = process.env.NODE_OPTIONS ?? '';
  if (options.includes(FLAG)) return;
  process.env.NODE_OPTIONS = `${options} ${FLAG}`.trim();
  if (process.execArgv.includes(FLAG)) return;
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, { ...context, conditions: [...context.conditions, CONDITION] }),
  });
}
