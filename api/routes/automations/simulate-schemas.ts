import * as z from 'zod';
import { SIMULATION_LIMITS, type SimulatedEvent, TRIAL_AI } from '../../../domain/flow/simulate/simulation';
import type { FlowObject } from '../../../domain/flow/runtime/value';
import { time } from '../../schemas';
import { findingSchema, payload } from './schemas';

export const words = z.string().max(8192);
/** What the file says (a transcript, a description, a caption), in a word or as an object; `true`: it says nothing. */
const file = z.union([
  words,
  z.object({ texto: words.default(''), nome: words.default(''), url: words.default('') }),
  z.literal(true),
]);
const advance = z.int().min(0).max(SIMULATION_LIMITS.advanceMs);

/** What a customer, the clock or a tester does, one after the other. */
const eventSchema = z.union([
  words.transform((text): SimulatedEvent => ({ type: 'say', text })),
  z.strictObject({ text: words }).transform(({ text }): SimulatedEvent => ({ type: 'say', text })),
  z
    .strictObject({ button: words })
    .transform(({ button }): SimulatedEvent => ({ type: 'tap', option: button })),
  z.strictObject({ row: words }).transform(({ row }): SimulatedEvent => ({ type: 'tap', option: row })),
  z.strictObject({ audio: file }).transform(({ audio }) => fileEvent('audio', audio)),
  z.strictObject({ image: file }).transform(({ image }) => fileEvent('image', image)),
  z.strictObject({ document: file }).transform(({ document }) => fileEvent('document', document)),
  z
    .strictObject({ advanceMs: advance })
    .transform(({ advanceMs }): SimulatedEvent => ({ type: 'advance', ms: advanceMs })),
  z
    .strictObject({ nodeId: z.string().max(64), handle: z.string().max(64), output: payload.optional() })
    .transform((outcome): SimulatedEvent => ({ type: 'outcome', ...outcome })),
]);

function fileEvent(tipo: string, given: z.infer<typeof file>): SimulatedEvent {
  const { texto, nome, url } =
    typeof given === 'object' ? given : { texto: given === true ? '' : given, nome: '', url: '' };
  const media: FlowObject = { tipo, nome, url, texto };
  return { type: 'say', text: '', media };
}

const mock = z.strictObject({
  handle: z.string().max(64).optional(),
  output: payload.optional(),
  error: z.strictObject({ type: z.string().max(64), message: z.string().max(500) }).optional(),
});

/** What is to be tried, and with what in place of the world. */
export const simulationSchema = z.strictObject({
  messages: z.array(eventSchema).max(SIMULATION_LIMITS.messages).default([]),
  advanceMs: advance.default(0),
  trigger: z.string().max(64).optional().describe('Node of the trigger; left out, by the first message'),
  contact: payload.optional(),
  payload: payload.optional().describe('`gatilho` of the run'),
  from: z.union([z.literal('draft'), z.int().min(1).max(2_147_483_647)]).default('draft'),
  mocks: z.record(z.string().max(64), mock).optional(),
  open: z.boolean().optional().describe('Whether the company is open'),
  ai: z.enum(TRIAL_AI).default('canned'),
  node: z
    .strictObject({
      id: z.string().max(64),
      sees: payload
        .default({})
        .describe('What it finds: `contato`, `gatilho`, `variaveis`, `blocos`, `item`, `erro`, …'),
    })
    .optional()
    .describe('This node alone, wired or not; `messages`, `trigger`, `contact` and `payload` are not used'),
});

/** What a trial came to. */
export const simulatedSchema = z.object({
  status: z.enum(['ended', 'waiting', 'failed']),
  steps: z.array(
    z.object({
      nodeId: z.string(),
      type: z.string(),
      status: z.enum(['done', 'waiting', 'failed', 'dropped']),
      at: time,
      input: z.record(z.string(), z.unknown()).nullable(),
      output: z.record(z.string(), z.unknown()),
      handle: z.string().nullable(),
      error: z.object({ type: z.string(), message: z.string() }).nullable(),
    }),
  ),
  chat: z.array(
    z.object({
      from: z.enum(['flow', 'customer']),
      nodeId: z.string().nullable(),
      text: z.string(),
      options: z.array(z.object({ key: z.string(), title: z.string() })),
      media: z.record(z.string(), z.unknown()).nullable(),
      at: time,
    }),
  ),
  waitingFor: z.array(z.object({ nodeId: z.string(), type: z.string(), until: time.nullable() })),
  variables: z.record(z.string(), z.unknown()),
  failure: z.object({ type: z.string(), message: z.string(), node: z.string() }).nullable(),
  findings: z.array(findingSchema),
});
