import { compileDraft } from '../../../../../domain/flow/compile';
import { flowTools } from '../../../../../domain/flow/expression/tools';
import { aFlow, aNode } from '../lib/fixtures';
import {
  FIRST_STATE,
  type SimulatorAction,
  type SimulatorState,
  inputsOf,
  pausedAt,
  simulatorStep,
  traceOf,
} from './simulator';

const HOUR_MS = 3_600_000;
const drawing = aFlow(
  [
    aNode('inicio', 'message_received', { channels: [] }),
    aNode('oi', 'send_text', { messages: ['Oi, {{ contato.nome | primeiro_nome }}!'] }),
    aNode('pergunta', 'send_buttons', {
      text: 'Confirma?',
      buttons: [
        { key: 'sim', title: 'Sim' },
        { key: 'nao', title: 'Não' },
      ],
      timeoutSeconds: 3_600,
    }),
    aNode('ia', 'ai_generate', { by: { model: 'm' }, prompt: 'Agradeça', send: true }),
    aNode('fim', 'end', {}),
  ],
  [
    ['inicio', 'out', 'oi'],
    ['oi', 'out', 'pergunta'],
    ['pergunta', 'option:sim', 'ia'],
    ['pergunta', 'option:nao', 'fim'],
    ['pergunta', 'other_reply', 'fim'],
    ['pergunta', 'timed_out', 'fim'],
    ['ia', 'out', 'fim'],
  ],
);
const flow = compileDraft(drawing);
const where = { flow, tools: flowTools, zone: 'America/Sao_Paulo', now: Date.parse('2026-11-20T12:00:00Z') };
const play = (actions: SimulatorAction[], from: SimulatorState = FIRST_STATE) =>
  actions.reduce((state, action) => simulatorStep(state, action, where), from);
const said = ({ sim }: SimulatorState) => sim?.chat.map(({ from, text }) => `${from}: ${text}`);
const went = ({ sim }: SimulatorState) => traceOf(sim).map(({ nodeId, status }) => `${nodeId} ${status}`);

describe('the simulator', () => {
  it('begins with the first words, and goes on to the question', () => {
    const state = play([{ type: 'say', text: 'Olá' }]);
    expect(said(state)).toEqual(['customer: Olá', 'flow: Oi, Ana!', 'flow: Confirma?']);
    expect(went(state)).toEqual(['inicio done', 'oi done', 'pergunta waiting']);
  });

  it('speaks to the contact it was given', () => {
    const contact = { nome: 'Bruno Lima', telefone: '5511900000000' };
    expect(
      said(
        play([
          { type: 'contact', contact },
          { type: 'say', text: 'Olá' },
        ]),
      ),
    ).toContain('flow: Oi, Bruno!');
  });

  it('a tap goes its way, with what the AI is made to say', () => {
    const state = play([
      { type: 'mock', nodeId: 'ia', mock: { output: { texto: 'Obrigada!' } } },
      { type: 'say', text: 'Olá' },
      { type: 'tap', option: 'sim' },
    ]);
    expect(state.sim?.status).toBe('ended');
    expect(said(state)?.at(-1)).toBe('flow: Obrigada!');
  });

  it('time passes only when it is told to', () => {
    const asked = play([{ type: 'say', text: 'Olá' }]);
    expect(play([{ type: 'advance', ms: HOUR_MS - 1 }], asked).sim?.status).toBe('waiting');
    const late = play([{ type: 'advance', ms: HOUR_MS }], asked);
    expect(late.sim?.status).toBe('ended');
    expect(traceOf(late.sim)[2]?.handle).toBe('timed_out');
  });

  it('stands still before a node until it is told to go on, also when the pause was taken away', () => {
    const paused = play([
      { type: 'pause', nodeId: 'pergunta', on: true },
      { type: 'say', text: 'Olá' },
    ]);
    expect(pausedAt(paused.sim)).toBe('pergunta');
    expect(said(paused)).toEqual(['customer: Olá', 'flow: Oi, Ana!']);
    expect(went(paused)).toEqual(['inicio done', 'oi done']);
    const on = play([{ type: 'pause', nodeId: 'pergunta', on: false }, { type: 'goOn' }], paused);
    expect(pausedAt(on.sim)).toBeUndefined();
    expect(said(on)?.at(-1)).toBe('flow: Confirma?');
  });

  it('begins anew, and keeps what was set up', () => {
    const state = play([
      { type: 'mock', nodeId: 'ia', mock: { output: {} } },
      { type: 'say', text: 'Olá' },
      { type: 'restart' },
    ]);
    expect(state.sim).toBeNull();
    expect(Object.keys(state.mocks)).toEqual(['ia']);
  });
});

describe('what a node to be tried alone sees', () => {
  it('is what the last try had come to, or somebody and nothing else', () => {
    expect(inputsOf(FIRST_STATE)).toMatchObject({ contato: { nome: 'Ana Souza' }, blocos: {} });
    const asked = play([{ type: 'say', text: 'Olá' }]);
    expect(inputsOf(asked)).toMatchObject({ gatilho: { texto: 'Olá' }, blocos: { oi: {} } });
  });
});
