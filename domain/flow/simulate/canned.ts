import { fold } from '../answers';
import { answerWords } from '../answer-words';
import { UNFINISHED } from '../compile';
import type { FlowEffect } from '../runtime/step';
import { type FlowObject, type FlowValue, asText } from '../runtime/value';
import { type SimulatedWorld, isAiKind, objectOf } from './simulation';

export type Act = Extract<FlowEffect, { type: 'act' }>;

/** What came of an act, without the world. `waits`: it stands until an event, or for so many seconds. */
export type Canned =
  | { handle: string; output: FlowObject; says: CannedMessage[] }
  | { waits: { seconds: number | null }; output: FlowObject; says: CannedMessage[] }
  | { error: { type: string; message: string } };

export interface CannedMessage {
  text: string;
  options?: { key: string; title: string }[];
  media?: FlowObject;
}

/** Kinds that listen to the customer. */
export const LISTENING: ReadonlySet<string> = new Set(['ask', 'wait_reply', 'send_buttons', 'send_list']);

/** The default answer of each kind; of kinds that are not named here, the first way out. */
export function cannedOutcome(act: Act, world: SimulatedWorld): Canned {
  const mock = world.mocks && Object.hasOwn(world.mocks, act.node) ? world.mocks[act.node] : undefined;
  if (mock?.error) return { error: mock.error };
  if (!mock && world.ai === 'real' && isAiKind(act.kind)) return ASKED;
  const made = Object.hasOwn(CANNED, act.kind) ? CANNED[act.kind]?.(act, world) : undefined;
  const canned = made ?? { handle: mainHandle(act), output: {}, says: [] };
  if (!mock || 'error' in canned) return canned;
  const output = mock.output ?? canned.output;
  const says = spoken(act, canned.says, output);
  if (mock.handle !== undefined) return { handle: mock.handle, output, says };
  return { ...canned, output, says };
}

/** Somebody asks, and comes back with it. */
const ASKED: Canned = { waits: { seconds: null }, output: {}, says: [] };

/** What the customer gets when a model was asked for real. */
export function saidByAi(
  kind: string,
  settings: FlowObject,
  handle: string,
  output: FlowObject,
): CannedMessage[] {
  if (kind === 'rag_answer' && handle === 'answered') {
    return answerWords(settings, output).map((words) => ({ text: words }));
  }
  const speaks = kind === 'ai_generate' && handle === 'out' && settings.send === true;
  return speaks ? says(text(output.texto)) : [];
}

/** What the AI is made to say is what it says. */
function spoken({ kind }: Act, says: CannedMessage[], { texto }: FlowObject): CannedMessage[] {
  const writes = kind === 'ai_generate' || kind === 'rag_answer';
  return writes && says.length > 0 && typeof texto === 'string' ? [{ text: texto }] : says;
}

export function mainHandle({ handles }: Pick<Act, 'handles'>): string {
  return handles.find((handle) => handle !== 'error') ?? 'out';
}

const text = (value: FlowValue | undefined): string => asText(value);
const list = (value: FlowValue | undefined): FlowValue[] => (Array.isArray(value) ? value : []);
const seconds = (value: FlowValue | undefined): number => (typeof value === 'number' ? value : 86_400);
const says = (words: string): CannedMessage[] => (words === '' ? [] : [{ text: words }]);

/** Buttons or rows of a node, in their order. */
export function optionsOf(kind: string, settings: FlowObject): { key: string; title: string }[] {
  const rows =
    kind === 'send_list'
      ? list(settings.sections).flatMap((section) => list(objectOf(section).rows))
      : list(settings.buttons);
  return rows.map((row) => ({ key: text(objectOf(row).key), title: text(objectOf(row).title) }));
}

const asksWithOptions = ({ kind, settings }: Act): Canned => ({
  waits: { seconds: seconds(settings.timeoutSeconds) },
  output: {},
  says: [{ text: text(settings.text), options: optionsOf(kind, settings) }],
});

const CANNED: Readonly<Record<string, (act: Act, world: SimulatedWorld) => Canned>> = {
  [UNFINISHED]: ({ title }) => ({ error: { type: 'invalid_settings', message: title } }),

  send_text: ({ settings }) => ({
    handle: 'out',
    output: { idMensagem: 'simulada' },
    says: list(settings.messages).map((each) => ({ text: text(each) })),
  }),

  send_media: ({ settings }) => {
    const from = objectOf(settings.from);
    const media = { tipo: text(settings.type), url: text(from.url), nome: text(settings.fileName) };
    return {
      handle: 'out',
      output: { idMensagem: 'simulada' },
      says: [{ text: text(settings.caption), media }],
    };
  },

  send_buttons: asksWithOptions,
  send_list: asksWithOptions,

  ask: ({ settings }) => {
    const choices = settings.answer === 'choice' ? list(settings.choices).map(text) : [];
    return {
      waits: { seconds: seconds(settings.timeoutSeconds) },
      output: {},
      says: [
        {
          text: text(settings.question),
          options: choices.map((title, index) => ({ key: String(index + 1), title })),
        },
      ],
    };
  },

  wait_reply: ({ settings }) => ({
    waits: { seconds: seconds(settings.timeoutSeconds) },
    output: {},
    says: [],
  }),

  wait_external: ({ settings }) => ({
    waits: { seconds: seconds(settings.timeoutSeconds) },
    output: { endereco: 'https://exemplo.invalid/simulado' },
    says: [],
  }),

  handoff_human: ({ settings }) => ({
    waits: { seconds: seconds(settings.returnSeconds) },
    output: {},
    says: says(text(settings.message)),
  }),

  ai_generate: ({ settings }) => {
    const words = '[resposta da IA]';
    return {
      handle: 'out',
      output: { texto: words, json: null, tokens: 0 },
      says: settings.send === true ? says(words) : [],
    };
  },

  /** The first label that the text names, by a word of it; else the first of all. */
  ai_classify: ({ settings }) => {
    const said = fold(text(settings.text));
    const labels = list(settings.labels).map(objectOf);
    const named = labels.find(({ name }) => said.includes(fold(text(name)))) ?? labels[0] ?? {};
    return {
      handle: `label:${text(named.key)}`,
      output: { rotulo: text(named.name), confianca: 0.9 },
      says: [],
    };
  },

  ai_extract: ({ settings }) => ({
    handle: 'out',
    output: {
      campos: Object.fromEntries(
        list(settings.fields)
          .map(objectOf)
          .map(({ name, type }) => [text(name), SAMPLES[text(type)] ?? `[${text(name)}]`]),
      ),
      confianca: 0.9,
    },
    says: [],
  }),

  rag_answer: ({ settings }) => {
    const words = '[resposta dos documentos]';
    return {
      handle: 'answered',
      output: { texto: words, fontes: [], confianca: 0.9 },
      says: settings.send === true ? says(words) : [],
    };
  },

  /** Worked out for real, by whoever plays: it touches nothing. */
  transform: () => ASKED,

  respond_webhook: ({ settings }) => ({
    handle: 'out',
    output: { status: settings.status ?? 200, respondeu: true },
    says: [],
  }),

  http_request: () => ({ handle: 'out', output: { status: 200, corpo: {} }, says: [] }),
  start_subflow: () => ({ handle: 'done', output: { saidas: {} }, says: [] }),
  business_hours: (_act, { open }) => ({ handle: open === false ? 'closed' : 'open', output: {}, says: [] }),
};

const SAMPLES: Readonly<Record<string, FlowValue>> = {
  number: 1,
  boolean: true,
  date: '2026-01-15',
  list: [],
  object: {},
  file: {},
};
