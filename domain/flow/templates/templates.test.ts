import { checkFlow } from '../check-flow';
import { compileFlow } from '../compile';
import { flowTools } from '../expression/tools';
import { loadFlow } from '../load';
import { playScript } from '../simulate/play-script';
import { FLOW_TEMPLATES, findTemplate } from '.';

const NICHES = [
  'academia',
  'advocacia',
  'clinica',
  'ecommerce',
  'escola',
  'eventos',
  'geral',
  'imobiliaria',
  'oficina',
  'restaurante',
  'salao',
  'viagens',
];

describe('the templates', () => {
  it('are there for each niche, by a name of their own', () => {
    expect([...new Set(FLOW_TEMPLATES.map(({ niche }) => niche))].sort()).toEqual(NICHES);
    expect(new Set(FLOW_TEMPLATES.map(({ id }) => id)).size).toBe(FLOW_TEMPLATES.length);
  });

  it.each(FLOW_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s can be published once what it refers to is chosen',
    (_id, { document, connect, description }) => {
      expect(loadFlow(document).ok).toBe(true);
      const findings = checkFlow(document);
      expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
      expect(connect.length).toBeGreaterThan(0);
      expect(description.length).toBeGreaterThan(20);
    },
  );

  it.each(FLOW_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s comes to an end, whatever the customer says',
    (_id, { document }) => {
      const { flow } = compileFlow(document);
      if (!flow) throw new Error('it does not compile');
      for (const words of ['1', '2', '3', 'Rua A, 10 ana@x.com 529.982.247-25 25/12/2026 9', 'não sei']) {
        const events = Array.from({ length: 30 }, () => ({ type: 'say' as const, text: words }));
        const start = { zone: 'America/Sao_Paulo', at: Date.parse('2026-11-20T15:00:00Z') };
        const sim = playScript(flow, { start, events, advanceMs: 90 * 86_400_000 }, flowTools);
        expect([words, sim.status, sim.failure]).toEqual([words, 'ended', null]);
      }
    },
  );

  it('the clinic’s takes a request down', () => {
    const clinic = findTemplate('clinica-agendamento');
    if (!clinic) throw new Error('it is gone');
    const { flow } = compileFlow(clinic.document);
    if (!flow) throw new Error('it does not compile');
    const said = ['quero marcar consulta', 'Ana Maria', '529.982.247-25', 'pediatria', 'Particular'];
    const events = said.map((text) => ({ type: 'say' as const, text }));
    const start = { zone: 'America/Sao_Paulo', at: Date.parse('2026-11-20T15:00:00Z') };
    const { chat } = playScript(flow, { start, events, advanceMs: 0 }, flowTools);
    expect(chat.map(({ text }) => text)).toContain(
      'Anotado: Ana Maria, CPF 529.982.247-25, pediatria, particular.',
    );
  });
});
