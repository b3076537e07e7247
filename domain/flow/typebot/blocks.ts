import { DAY, FLOW_LIMITS } from '../limits';
import type { Operator } from '../runtime/rules';
import { abTest, choices } from './choices';
import { type Mapped, type Names, lost } from './mapped';
import { setVariable } from './set-variable';
import { type Loose, type TypebotBlock, array, number, object, text, wordsOf } from './read';
import { ai, email, webhook } from './services';

/** The kind of an input block, and the type of its answer. */
const ANSWERS: Record<string, string> = {
  'text input': 'text',
  'number input': 'number',
  'email input': 'email',
  'url input': 'url',
  'date input': 'date',
  'time input': 'text',
  'phone number input': 'phone',
  'rating input': 'number',
  'file input': 'file',
};

export const isInput = (type: string) => type in ANSWERS && Object.hasOwn(ANSWERS, type);

export function mapBlock(block: TypebotBlock, question: string | undefined, names: Names): Mapped {
  const { type } = block;
  const content = object(block.body.content);
  if (isInput(type)) return askFor(block, question, names);
  switch (type) {
    case 'text': {
      const words = names.inText(wordsOf(content)).slice(0, FLOW_LIMITS.text);
      return words === ''
        ? {
            kind: 'send_text',
            settings: { messages: ['…'] },
            main: 'out',
            passes: true,
            approximated: 'it was empty, and is passed through',
          }
        : { kind: 'send_text', settings: { messages: [words] }, main: 'out' };
    }
    case 'image':
    case 'video':
    case 'audio':
      return media(type, text(content.url), names);
    case 'embed':
      return link(text(content.url), names, 'an embedded page becomes a link');
    case 'choice input':
    case 'picture choice input':
    case 'cards input':
      return choices(block, question, names);
    case 'Condition':
      return condition(block, names);
    case 'Set variable':
      return setVariable(block, names);
    case 'Redirect':
      return link(
        text(block.options.url),
        names,
        'WhatsApp cannot be sent elsewhere: the address is a message',
      );
    case 'Wait':
      return pause(block);
    case 'Jump':
      return {
        kind: 'goto',
        settings: {},
        main: null,
        jump: { groupId: text(block.options.groupId), blockId: text(block.options.blockId) },
      };
    case 'Typebot link':
      return subflow(block);
    case 'AB test':
      return abTest(block);
    case 'Webhook':
    case 'HTTP request':
    case 'webhook':
      return webhook(block, names);
    case 'Email':
      return email(block, names);
    case 'OpenAI':
    case 'openai':
    case 'anthropic':
    case 'mistral':
    case 'open-router':
    case 'groq':
    case 'together-ai':
    case 'deepseek':
    case 'perplexity':
      return ai(block, names);
    // What a bot did for money or by code must be replaced before anything is published.
    case 'payment input':
    case 'Script':
    case 'Code':
      return lost(block, `there is nothing like ${type} here`);
    default: {
      const reason =
        type === '' ? 'it has no type' : `there is nothing like ${type} here: it is passed through`;
      return { ...lost(block, reason), passes: true };
    }
  }
}

function pause(block: TypebotBlock): Mapped {
  const given = block.options.secondsToWaitFor;
  if (given === undefined || given === null || given === '') {
    const settings = { for: { by: 'duration', seconds: 1 } };
    return { kind: 'wait', settings, main: 'out', approximated: 'it named no time: one second' };
  }
  const asked = number(given);
  if (asked === undefined) return { ...lost(block, 'its length is a variable'), passes: true };
  const seconds = Math.min(90 * DAY, Math.max(1, Math.round(asked)));
  return { kind: 'wait', settings: { for: { by: 'duration', seconds } }, main: 'out' };
}

function subflow({ options }: TypebotBlock): Mapped {
  const id = text(options.typebotId);
  if (id === 'current') {
    return { kind: 'goto', settings: {}, main: null, jump: { groupId: text(options.groupId), blockId: '' } };
  }
  return {
    kind: 'start_subflow',
    settings: { flowId: id.slice(0, 64) || 'unknown', inputs: [], wait: true },
    main: 'done',
    passes: true,
    approximated: 'it is passed through until the flow it calls is imported and chosen',
  };
}

function askFor({ type, options }: TypebotBlock, question: string | undefined, names: Names): Mapped {
  const labels = object(options.labels);
  const asked = question ?? names.inText(text(labels.placeholder));
  const rule =
    type === 'rating input'
      ? { least: options.startsAtZero === true ? 0 : 1, most: number(options.length) ?? 10 }
      : { least: number(options.min), most: number(options.max) };
  const saveTo = names.of(options.variableId);
  return {
    kind: 'ask',
    settings: {
      question: (asked || 'Pode responder?').slice(0, FLOW_LIMITS.text),
      answer: ANSWERS[type] ?? 'text',
      rule: Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)),
      retryText: names.inText(text(options.retryMessageContent)).slice(0, 1000),
      saveTo: saveTo ?? 'resposta',
    },
    main: 'ok',
    others: { invalid: 'end', timed_out: 'end' },
    ...(type === 'time input' && { approximated: 'a time is asked for as text' }),
    ...(asked === '' && { approximated: 'it had no question of its own' }),
  };
}

function media(type: 'image' | 'video' | 'audio', url: string, names: Names): Mapped {
  const address = names.inText(url);
  if (!/^(https:\/\/|\{\{)/.test(address) || /youtu|vimeo|tiktok/.test(address)) {
    return link(url, names, 'only files at https can be sent: the address is a message');
  }
  return {
    kind: 'send_media',
    settings: { type, from: { by: 'url', url: address.slice(0, 2000) } },
    main: 'out',
  };
}

function link(url: string, names: Names, why: string): Mapped {
  const address = names.inText(url).slice(0, FLOW_LIMITS.text);
  if (address === '') {
    return {
      kind: 'placeholder',
      settings: { was: 'link', reason: why, handles: ['out'] },
      main: 'out',
      unmapped: 'it has no address',
    };
  }
  return { kind: 'send_text', settings: { messages: [address] }, main: 'out', approximated: why };
}

const OPERATORS: Record<string, Operator> = {
  'Equal to': 'equals',
  'Not equal': 'not_equals',
  Contains: 'contains',
  'Does not contain': 'not_contains',
  'Greater than': 'greater',
  'Greater or equal to': 'greater_or_equal',
  'Less than': 'less',
  'Less or equal to': 'less_or_equal',
  'Is set': 'not_empty',
  'Is empty': 'empty',
  'Starts with': 'starts_with',
  'Ends with': 'ends_with',
  'Matches regex': 'matches',
};

function condition(block: TypebotBlock, names: Names): Mapped {
  const tests = block.items.slice(0, 10).map((item) => testOf(object(item.content), names));
  if (tests.length === 0 || block.items.length > 10 || tests.some((test) => test === undefined)) {
    return lost(block, 'one of its comparisons has nothing like it here');
  }
  const [only] = tests;
  const first = text(block.items[0]?.id, '0');
  if (tests.length === 1) {
    return {
      kind: 'condition',
      settings: { when: only },
      main: 'else',
      items: { [first]: 'yes' },
      others: { yes: 'on' },
    };
  }
  return {
    kind: 'switch',
    settings: {
      cases: tests.map((when, index) => ({ key: `c${index}`, name: `Caminho ${index + 1}`, when })),
    },
    main: 'else',
    items: Object.fromEntries(
      block.items.map((item, index) => [text(item.id, `${index}`), `case:c${index}`]),
    ),
  };
}

function testOf(content: Loose, names: Names): Loose | undefined {
  const rules = array(content.comparisons)
    .map(object)
    .map((each) => {
      const variable = names.of(each.variableId);
      const name = text(each.comparisonOperator);
      const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
      if (variable === undefined || operator === undefined) return undefined;
      const value = text(each.value).replace(/^\/(.*)\/[a-z]*$/, operator === 'matches' ? '$1' : '$&');
      const right = operator === 'matches' ? value : names.inText(value);
      return { left: `variaveis.${variable}`, operator, right: right.slice(0, 500) };
    });
  if (rules.length === 0 || rules.length > 10 || rules.includes(undefined)) return undefined;
  const join = text(content.logicalOperator) === 'OR' ? 'any' : 'all';
  // Equal to nothing is said another way.
  const whole = rules.map((rule) =>
    rule?.right === '' && rule.operator === 'equals' ? { ...rule, operator: 'empty' } : rule,
  );
  if (whole.some((rule) => rule?.right === '' && !['empty', 'not_empty'].includes(rule.operator)))
    return undefined;
  return { join: 'all', groups: [{ join, rules: whole }] };
}
