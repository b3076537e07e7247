import * as z from 'zod';
import { defineNode, words } from '../../define-node';
import { reference } from '../fields';

const schema = z.object({ target: reference });

export const goto = defineNode({
  kind: 'goto',
  version: 1,
  family: 'logic',
  schema,
  initial: {},
  words: words(
    ['Ir para', 'Continua em outro bloco do desenho.'],
    ['Go to', 'Goes on at another node of the drawing.'],
    ['Ir a', 'Continúa en otro bloque del dibujo.'],
  ),
  ports: () => [],
  jumps: ({ target }) => [{ handle: 'target', to: target, counted: false, field: 'target' }],
  summary: () => '',
});
