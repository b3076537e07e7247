import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { jsonataProblem } from '../../expression/jsonata';
import { flowType, variableName } from '../fields';

const schema = z.object({
  /** JSONata over `variaveis`, `blocos`, `contato`, `gatilho` and the other roots. */
  jsonata: z.string().min(1).max(10_000),
  saveTo: variableName.optional(),
  type: flowType.default('any'),
});

export const transform = defineNode({
  kind: 'transform',
  version: 1,
  family: 'logic',
  schema,
  initial: { type: 'any' },
  words: words(
    [
      'Transformar dados',
      'Reorganiza, filtra e soma o que o fluxo já sabe, com JSONata. Expressão que não serve é erro.',
    ],
    [
      'Transform data',
      'Rearranges, filters and sums what the flow knows, with JSONata. An expression that does not work is an error.',
    ],
    [
      'Transformar datos',
      'Reordena, filtra y suma lo que el flujo ya sabe, con JSONata. Una expresión que no sirve es un error.',
    ],
  ),
  canFail: true,
  ports: () => [port('out')],
  outputs: ({ type }) => ({ resultado: type }),
  assigns: ({ saveTo, type }) => (saveTo === undefined ? {} : { [saveTo]: type }),
  saves: ({ saveTo }) => (saveTo === undefined ? {} : { [saveTo]: 'resultado' }),
  check: ({ jsonata: expression }) => {
    const problem = jsonataProblem(expression);
    return problem === undefined
      ? []
      : [{ code: 'invalid_expression', field: 'jsonata', data: { detail: problem } }];
  },
  summary: ({ jsonata: expression }) => expression,
});
