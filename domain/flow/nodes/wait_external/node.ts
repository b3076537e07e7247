import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { DAY } from '../../limits';
import { replyTimeout } from '../fields';

const schema = z.object({
  timeoutSeconds: replyTimeout,
  bodySchema: z.record(z.string(), z.unknown()).optional(),
});

export const waitExternal = defineNode({
  kind: 'wait_external',
  version: 1,
  family: 'logic',
  schema,
  initial: { timeoutSeconds: DAY },
  words: words(
    ['Esperar outro sistema', 'Dá um endereço de uso único e espera que outro sistema o chame.'],
    ['Wait for another system', 'Gives an address for one use and waits for another system to call it.'],
    ['Esperar otro sistema', 'Da una dirección de un solo uso y espera que otro sistema la llame.'],
  ),
  waitsFor: 'event',
  ports: () => [port('received', { required: true }), port('timed_out', { required: true })],
  outputs: () => ({ endereco: 'text', corpo: 'any' }),
  waitSeconds: ({ timeoutSeconds }) => timeoutSeconds,
  summary: () => '',
});
