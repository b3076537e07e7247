import { fromJs } from './js-expression';
import { type Mapped, type Names, lost } from './mapped';
import { type TypebotBlock, text } from './read';

const KNOWN_VALUES: Record<string, string> = {
  Empty: '',
  Now: '{{ agora }}',
  Today: '{{ agora | data }}',
  Tomorrow: '{{ agora | somar_dias:1 | data }}',
  Yesterday: '{{ agora | somar_dias:-1 | data }}',
  'Contact name': '{{ contato.nome }}',
  'Phone number': '{{ contato.telefone }}',
};

/** What Typebot makes itself, by what is nearest to it here. */
const NEAR_VALUES: Record<string, string> = {
  'User ID': '{{ contato.id }}',
  'Result ID': '{{ conversa.id }}',
  'Random ID': '{{ conversa.id }}',
  'Environment name': 'whatsapp',
  'Moment of the day': '{{ agora | hora }}',
  // Nodes of the AI bring the conversation themselves.
  Transcript: '',
};

/** Said as a template: what CEL has nothing for, or what reads better so. */
const AS_TEMPLATES: readonly { code: RegExp; template: string; approximated: string }[] = [
  { code: /^new Date\(\)$/, template: '{{ agora }}', approximated: 'the moment is kept as ISO 8601' },
  {
    code: /^new Date\(\)\.toLocaleDateString\((["'])pt-BR\1\)$/,
    template: '{{ agora | data }}',
    approximated: 'the day is told in the zone of the company',
  },
];
const FILTERS: Readonly<Record<string, string>> = {
  toUpperCase: 'maiusculas',
  toLowerCase: 'minusculas',
  trim: 'aparar',
};

/** `Custom` is JavaScript there, and what is none is text: so it is read here. */
export function setVariable({ type, options }: TypebotBlock, names: Names): Mapped {
  const block = { type } as TypebotBlock;
  const name = names.of(options.variableId);
  const sort = text(options.type, 'Custom');
  if (name === undefined) return lost(block, 'it sets no variable');
  const set: Making['set'] = (value, more) => ({
    kind: 'set_variable',
    settings: { assignments: [{ scope: 'run', name, type: 'any', value }] },
    main: 'out',
    ...more,
  });
  const near = Object.hasOwn(NEAR_VALUES, sort) ? NEAR_VALUES[sort] : undefined;
  if (near !== undefined)
    return set({ template: near }, { approximated: `${sort} is not quite the same here` });
  const known = Object.hasOwn(KNOWN_VALUES, sort) ? KNOWN_VALUES[sort] : undefined;
  if (known !== undefined) return set({ template: known });
  if (sort !== 'Custom') return lost(block, 'it is JavaScript or made by Typebot');
  return custom(text(options.expressionToEvaluate), options.isCode === true, names, { set, block });
}

interface Making {
  set: (value: object, more?: Pick<Mapped, 'approximated'>) => Mapped;
  block: TypebotBlock;
}

function custom(source: string, isCode: boolean, names: Names, { set, block }: Making): Mapped {
  const bare = source
    .trim()
    .replace(/^return\s+/, '')
    .replace(/\s*;$/, '');
  const said = AS_TEMPLATES.find(({ code }) => code.test(bare));
  if (said) return set({ template: said.template }, { approximated: said.approximated });
  const filtered = /^(\{\{[^{}]{1,200}\}\})\.(\w{1,20})\(\)$/.exec(bare);
  const filter =
    filtered && Object.hasOwn(FILTERS, filtered[2] ?? '') ? FILTERS[filtered[2] ?? ''] : undefined;
  const variable = names.inText(filtered?.[1] ?? '');
  if (filter !== undefined && variable.startsWith('{{ ')) {
    return set({ template: variable.replace(' }}', ` | ${filter} }}`) });
  }
  const read = COUNTS.test(bare) ? fromJs(bare, names) : undefined;
  if (read) {
    const utc = { approximated: 'days and hours are those of UTC' };
    return set({ expression: read.expression }, read.inUtc ? utc : {});
  }
  const words = source.replace(/\{\{[^{}]*\}\}/g, '');
  if (isCode || /[;=(]|=>|`|\breturn\b|\bnew\b/.test(words)) {
    return lost(block, 'it is JavaScript or made by Typebot');
  }
  const odd = { approximated: 'if this was to be calculated, write it as an expression' };
  return set({ template: names.inText(source).slice(0, 4096) }, /[-+*/]/.test(words) ? odd : {});
}

/** A bare word, number or variable is the same as text. */
const COUNTS = /[-+*/<>=!?&|"'`([]/;
