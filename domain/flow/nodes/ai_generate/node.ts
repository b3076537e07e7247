import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { FLOW_LIMITS } from '../../limits';
import { reference, template, variableName } from '../fields';

const schema = z.object({
  by: z.union([z.object({ agentId: reference }), z.object({ model: z.string().min(1).max(100) })]),
  prompt: template(FLOW_LIMITS.promptCharacters),
  context: z
    .object({
      history: z.int().min(0).max(30),
      contact: z.boolean(),
      variables: z.array(variableName).max(20),
    })
    .default({ history: 10, contact: true, variables: [] }),
  maxTokens: z.int().min(1).max(8000).default(800),
  jsonSchema: z.record(z.string(), z.unknown()).optional(),
  send: z.boolean().default(false),
  saveTo: variableName.optional(),
});

export const aiGenerate = defineNode({
  kind: 'ai_generate',
  version: 1,
  family: 'action',
  schema,
  initial: { prompt: '' },
  words: words(
    ['IA: escrever', 'A IA escreve um texto ou JSON. Com a cota gasta, sai por "cota".'],
    ['AI: write', 'The AI writes text or JSON. With the quota spent it leaves by "quota".'],
    ['IA: escribir', 'La IA escribe un texto o JSON. Con la cuota agotada, sale por "cuota".'],
  ),
  canFail: true,
  ports: () => [port('out'), port('quota')],
  outputs: () => ({ texto: 'text', json: 'any', tokens: 'number' }),
  assigns: ({ saveTo, jsonSchema }) =>
    saveTo === undefined ? {} : { [saveTo]: jsonSchema === undefined ? 'text' : 'any' },
  saves: ({ saveTo, jsonSchema }) =>
    saveTo === undefined ? {} : { [saveTo]: jsonSchema === undefined ? 'texto' : 'json' },
  references: ({ by }) => ('agentId' in by ? [{ type: 'agent', id: by.agentId, field: 'by.agentId' }] : []),
  writings: () => [write('template', 'prompt')],
  check: ({ prompt }) =>
    prompt.length > FLOW_LIMITS.advisedPromptCharacters ? [{ code: 'long_prompt', field: 'prompt' }] : [],
  messages: ({ send }) => (send ? 1 : 0),
  summary: ({ prompt }) => prompt,
});
