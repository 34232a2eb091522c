/** Every rule of the built-in pack on its own examples and near misses: alone with the lists, and among all rules. */
import { tryAlone, tryAmongAll } from '../../check/examples.js';
import { createExtractor } from '../../index.js';
import { loadBuiltin } from '../../packs/builtin.js';

const { rules } = loadBuiltin();
const all = createExtractor();

test('there are rules', () => {
  expect(rules.length).toBeGreaterThan(10);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const trials = [...tryAlone(all, rule), ...tryAmongAll(all, rule)];

  test.each(trials.map((trial) => [trial.kind, trial.among, trial.text, trial] as const))(
    '%s, %s: %s',
    (_kind, _among, _text, trial) => {
      expect(trial).toMatchObject({ passes: true });
    },
  );
});
