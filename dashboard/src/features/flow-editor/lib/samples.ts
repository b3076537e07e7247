import type { FlowVariable } from '../../../../../domain/flow/document';
import type { Shape } from '../../../../../domain/flow/define-node';
import type { ScopeShape } from '../../../../../domain/flow/scope-at';
import { type FlowObject, type FlowValue, isFlowObject } from '../../../../../domain/flow/runtime/value';
import type { LastRun } from '../api/api';

/** Somebody to try words on, while there is no run to take them from. */
export function exampleSamples(company: string, now: Date): FlowObject {
  return {
    contato: {
      id: 'exemplo',
      nome: 'Marina Souza',
      telefone: '5511976224471',
      email: 'marina@exemplo.com.br',
      etiquetas: ['vip', 'retorno'],
      criado_em: now.toISOString(),
      campos: {},
    },
    conversa: { id: 'exemplo', estado: 'IA_ATIVA', canal: 'WhatsApp', aberta_em: now.toISOString() },
    empresa: { nome: company, fuso: 'America/Sao_Paulo' },
    gatilho: { texto: 'Oi, quero marcar um horário' },
    agora: now.toISOString(),
    erro: { tipo: 'indisponivel', mensagem: 'O serviço não respondeu', bloco: '' },
  };
}

/** The examples, with what the last run was given and what its blocks gave. */
export function samplesOf(examples: FlowObject, run: LastRun | null | undefined): FlowObject {
  if (!run) return examples;
  const inner = (name: string) => (isFlowObject(examples[name]) ? examples[name] : {});
  return {
    ...examples,
    contato: { ...inner('contato'), ...(run.contactName !== null && { nome: run.contactName }) },
    gatilho: { ...inner('gatilho'), ...(run.payload as FlowObject | null) },
    blocos: run.blocks as FlowObject,
  };
}

/** The samples, with what the flow's own variables begin with. */
export function withInitials(
  samples: Record<string, unknown>,
  variables: readonly FlowVariable[],
): Record<string, unknown> {
  const initials = variables.flatMap(({ name, initial }) =>
    initial == null ? [] : [[name, initial] as const],
  );
  const known = isFlowObject(samples['variaveis']) ? samples['variaveis'] : {};
  return { ...samples, variaveis: { ...Object.fromEntries(initials), ...known } };
}

const BY_TYPE: Record<string, FlowValue> = {
  text: 'texto',
  number: 42,
  boolean: true,
  list: ['um', 'dois'],
  object: {},
  file: { nome: 'arquivo.pdf' },
};

/** Known values where there are some, a plausible one of the right type elsewhere. */
export function sampleScope(scope: ScopeShape, samples: Record<string, unknown>): FlowObject {
  const now = typeof samples['agora'] === 'string' ? samples['agora'] : '2026-01-01T12:00:00.000Z';
  const fill = (shape: Shape, known: unknown): FlowValue => {
    if (typeof shape === 'string') {
      if (known !== undefined) return known as FlowValue;
      return shape === 'date' ? now : (BY_TYPE[shape] ?? '…');
    }
    const inner = isFlowObject(known) ? known : {};
    return Object.fromEntries(Object.entries(shape).map(([name, each]) => [name, fill(each, inner[name])]));
  };
  return Object.fromEntries(Object.entries(scope).map(([name, shape]) => [name, fill(shape, samples[name])]));
}
