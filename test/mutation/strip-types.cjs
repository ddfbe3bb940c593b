// The transformer of jest: removes the types and nothing else, so that lines and columns are unchanged.
// It emits no `sourceUrl`: with one, v8 coverage reads 0 %.
const { stripTypeScriptTypes } = require('node:module');

const quiet = process.emitWarning;

module.exports = {
  process(source) {
    // Node warns once per process that the function is experimental; that would appear in every test run.
    process.emitWarning = (warning, ...rest) => {
      if (!String(warning).includes('stripTypeScriptTypes')) quiet.call(process, warning, ...rest);
    };
    try {
      return { code: stripTypeScriptTypes(source) };
    } finally {
      process.emitWarning = quiet;
    }
  },
};
