import * as z from 'zod';
import type { Family, NodeDefinition, NodeFacts } from '../domain/flow/define-node';
import { NODE_KINDS } from '../domain/flow/registry';

const FAMILIES: Record<Family, string> = { trigger: 'Gatilho', logic: 'Lógica', action: 'Ação' };
const WAITS: Record<NonNullable<NodeDefinition['waitsFor']>, string> = {
  reply: 'a resposta do cliente',
  person: 'uma pessoa da equipe',
  time: 'o tempo passar',
  event: 'outro sistema',
};
const TYPES: Record<string, string> = {
  string: 'texto',
  number: 'número',
  integer: 'inteiro',
  boolean: 'sim ou não',
  array: 'lista',
  object: 'grupo',
};

/** One page a kind of node, by file name, out of the registry alone. For people who build automations: in Portuguese. */
export function nodePages(): Map<string, string> {
  const pages = new Map<string, string>();
  for (const definition of NODE_KINDS.values()) pages.set(`${definition.kind}.md`, pageOf(definition));
  const lines = [...NODE_KINDS.values()].map(
    ({ kind, family, words }) => `- [${words['pt-BR'].name}](${kind}.md) · ${FAMILIES[family]} · \`${kind}\``,
  );
  pages.set('README.md', `${MADE}# Blocos\n\n${lines.join('\n')}\n`);
  return pages;
}

const MADE = '<!-- Feita por `npm run docs:nodes` a partir de domain/flow/nodes; não edite. -->\n\n';

function pageOf(definition: NodeDefinition): string {
  const { kind, family, words, waitsFor, canFail, version } = definition;
  const { name, about } = words['pt-BR'];
  const facts = [
    `- Família: ${FAMILIES[family]}`,
    `- Tipo no arquivo: \`${kind}\`, versão ${version}`,
    ...(waitsFor === undefined ? [] : [`- Espera por: ${WAITS[waitsFor]}`]),
    ...(canFail ? ['- Pode falhar: parar, valor padrão ou saída `error`'] : []),
  ];
  return `${MADE}# ${name}\n\n${about}\n\n${facts.join('\n')}\n${waysOf(definition)}${settingsOf(definition)}`;
}

/** Of a node just dropped, where it can be read already; ways of the tenant's own making come with the settings. */
function waysOf(definition: NodeDefinition): string {
  const { kind, version, initial } = definition;
  const facts = definition.describe({
    id: 'n',
    kind,
    typeVersion: version,
    position: { x: 0, y: 0 },
    title: '',
    settings: initial,
  });
  if (!isRead(facts) || facts.ports.length === 0) return '';
  const ways = facts.ports.map(
    ({ handle, required }) => `- \`${handle}\`${required ? ', precisa de ligação' : ''}`,
  );
  const outputs = Object.keys(facts.outputs).map((output) => `\`${output}\``);
  const gives = outputs.length === 0 ? '' : `\nDá aos próximos: ${outputs.join(', ')}.\n`;
  return `\n## Saídas\n\n${ways.join('\n')}\n${gives}`;
}

function isRead(facts: NodeFacts | unknown[]): facts is NodeFacts {
  return !Array.isArray(facts);
}

const fieldSchema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
});
type Field = z.infer<typeof fieldSchema>;
const objectSchema = z.looseObject({
  properties: z.record(z.string(), fieldSchema).default({}),
  required: z.array(z.string()).default([]),
});

function settingsOf({ schema }: NodeDefinition): string {
  const read = objectSchema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const rows = Object.entries(read.properties).map(
    ([name, field]) =>
      `| \`${name}\` | ${typeOf(field)} | ${read.required.includes(name) ? 'sim' : 'não'} | ${limitsOf(field)} | ${defaultOf(field)} |`,
  );
  if (rows.length === 0) return '';
  const head = '| campo | tipo | obrigatório | limites | padrão |\n| --- | --- | --- | --- | --- |';
  return `\n## Configuração\n\n${head}\n${rows.join('\n')}\n`;
}

function typeOf({ type, enum: choices }: Field): string {
  if (choices !== undefined) return choices.map((choice) => `\`${String(choice)}\``).join(', ');
  return type === undefined ? 'escolha' : (TYPES[type] ?? type);
}

function limitsOf(field: Field): string {
  const range = (least: number | undefined, most: number | undefined, unit: string) => {
    // The widest whole number is no limit that anybody meets.
    const above = most === undefined || most >= Number.MAX_SAFE_INTEGER ? undefined : most;
    const below = least === undefined || least <= Number.MIN_SAFE_INTEGER ? undefined : least;
    if (above === undefined && below === undefined) return [];
    if (above === undefined) return [`a partir de ${below}${unit}`];
    return [`${below === undefined ? 'até ' : `${below} a `}${above}${unit}`];
  };
  return [
    ...range(field.minimum, field.maximum, ''),
    ...range(field.minLength, field.maxLength, ' letras'),
    ...range(field.minItems, field.maxItems, ' itens'),
  ].join('; ');
}

function defaultOf(field: Field): string {
  return field.default === undefined ? '' : `\`${JSON.stringify(field.default)}\``;
}
