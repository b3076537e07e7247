import { ScheduleClient } from '@temporalio/client';
import { createLogger } from '../config/logger';
import { newId } from '../config/new-id';
import { eventually } from '../tests/support/test-tenant';
import { testEnv } from '../tests/support/harness';
import { SEARCH_ATTRIBUTES } from '../workflows/search-attributes';
import { connectTemporal } from './connection';
import { prepareNamespace } from './prepare-namespace';

const log = createLogger('test', { level: 'silent', json: true });

it('makes a namespace with all that workflows expect, and leaves it alone the second time', async () => {
  const connection = await connectTemporal(testEnv());
  const namespace = `fresh-${newId()}`;
  try {
    // A namespace that was just made is not known everywhere at once.
    await eventually(() => prepareNamespace(connection, namespace, log));
    await eventually(async () => {
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
      expect(Object.keys(customAttributes)).toEqual(
        expect.arrayContaining(SEARCH_ATTRIBUTES.map(({ name }) => name)),
      );
    });
    const schedules = new ScheduleClient({ connection, namespace });
    const { spec, policies } = await schedules.getHandle('sweep-inbox').describe();
    expect(spec.intervals?.[0]?.every).toBe(60_000);
    expect(policies.overlap).toBe('SKIP');
    await Promise.all([
      prepareNamespace(connection, namespace, log),
      prepareNamespace(connection, namespace, log),
    ]);
    let count = 0;
    for await (const schedule of schedules.list()) if (schedule.scheduleId !== '') count += 1;
    expect(count).toBeLessThanOrEqual(1);
  } finally {
    await connection.close();
  }
});
