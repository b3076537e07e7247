import { ruleKey } from './describe-cause';

describe('ruleKey', () => {
  it.each([
    ['handed_over', 'cause.ruleOf.handed_over'],
    ['nobody_came', 'cause.ruleOf.nobody_came'],
    ['a rule of tomorrow', 'cause.ruleOf.other'],
    [null, 'cause.ruleOf.other'],
  ])('%s', (rule, key) => {
    expect(ruleKey(rule)).toBe(key);
  });
});
