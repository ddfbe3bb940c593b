// Compiles the registry's rules between the properties of one object.
import type { Rule } from '../../registry/kinds.ts';
import { type JsonRecord, textOf } from '../../stix-object.ts';
import { compareTimestamps, isTimestamp } from '../../value/timestamp.ts';
import { error, isFirst, type Run, warn, within } from '../run.ts';

export function compileRule(rule: Rule, section: string): (object: JsonRecord, run: Run) => void {
  switch (rule.rule) {
    case 'order':
      return (object, run) => checkOrder(object, run, section, rule);
    case 'someOf':
      return (object, run) => {
        if (rule.names.some((name) => object[name] !== undefined)) return;
        const names = rule.names.length > 6 ? 'its own properties' : rule.names.join(', ');
        error(run, 'PROPERTIES_MISSING', section, `has none of ${names}; give at least one`);
      };
    case 'notBoth':
      return (object, run) => {
        const [one, other] = rule.names;
        if (object[one] === undefined || object[other] === undefined) return;
        error(run, 'PROPERTIES_CONFLICT', section, `has both ${one} and ${other}; give one of them`);
      };
    case 'needs':
      return (object, run) => {
        if (object[rule.name] === undefined) return;
        const missing = rule.others.filter((other) => object[other] === undefined).join(' and ');
        if (missing === '') return;
        error(run, 'PROPERTIES_MISSING', section, `has ${rule.name} without ${missing}; give all or none`);
      };
    case 'advises':
      return (object, run) => {
        if (object[rule.name] === undefined || object[rule.other] !== undefined) return;
        if (!isFirst(run, 'advice', rule.name)) return;
        warn(run, 'PROPERTY_ADVISED', section, `has ${rule.name} and should have ${rule.other}`);
      };
    case 'excludes':
      return (object, run) => {
        if (object[rule.name] !== rule.value || object[rule.other] === undefined) return;
        const message = `must be absent while ${rule.name} is ${rule.value}`;
        within(run, rule.other, () => error(run, 'PROPERTIES_CONFLICT', section, message));
      };
  }
}

function checkOrder(
  object: JsonRecord,
  run: Run,
  section: string,
  rule: Extract<Rule, { rule: 'order' }>,
): void {
  const first = textOf(object, rule.first);
  const second = textOf(object, rule.second);
  if (first === undefined || second === undefined || !isTimestamp(first) || !isTimestamp(second)) return;
  const order = compareTimestamps(first, second);
  if (order < 0 || (order === 0 && rule.isStrict !== true)) return;
  const word = rule.isStrict === true ? 'later than' : 'not earlier than';
  within(run, rule.second, () =>
    error(run, 'TIME_ORDER', section, `must be ${word} ${rule.first} (${first})`),
  );
}
