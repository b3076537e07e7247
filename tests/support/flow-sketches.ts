/** A trigger that nothing fires by itself. */
export const MANUAL: [string, Record<string, unknown>] = [
  'schedule',
  { cron: '0 9 * * 1-5', zone: 'America/Sao_Paulo' },
];

/** Settings of a set_variable for the run. */
export const SET = (name: string, template: string) => ({
  assignments: [{ scope: 'run', name, type: 'text', value: { template } }],
});

/** Settings of a wait. */
export const HOLD = (seconds: number) => ({ for: { by: 'duration', seconds } });

/** Settings of an end that gives outputs. */
export const GIVES = (outputs: Record<string, string>) => ({
  outputs: Object.entries(outputs).map(([name, value]) => ({ name, value })),
});
