import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { LOOKS } from './node-look';
import { PALETTE_GROUPS, type PaletteItem, searchPalette, withRecent } from './palette';

const item = (kind: string, name: string, synonyms = '', about = ''): PaletteItem => ({
  kind,
  group: 'logic',
  name,
  about,
  synonyms,
});
const ITEMS = [
  item('send_buttons', 'Botões', 'menu, opções', 'Pergunta com até três botões'),
  item('handoff_human', 'Passar para uma pessoa', 'humano, atendente'),
  item('condition', 'Condição', 'se, filtro'),
  item('message_received', 'Mensagem recebida', 'zap, início'),
];

describe('the palette', () => {
  it.each([
    ['botoes', 'send_buttons'],
    ['BOTÕES', 'send_buttons'],
    ['humano', 'handoff_human'],
    ['zap', 'message_received'],
    ['cond', 'condition'],
    ['mensagem rec', 'message_received'],
  ])('finds by %s', (query, kind) => {
    expect(searchPalette(ITEMS, query)[0]?.kind).toBe(kind);
  });

  it('finds nothing by what nobody says, and all by nothing', () => {
    expect(searchPalette(ITEMS, 'xyzw')).toEqual([]);
    expect(searchPalette(ITEMS, '  ')).toHaveLength(ITEMS.length);
  });

  it('has every kind there is but the one that only imports make, each with its icon', () => {
    const offered: string[] = Object.values(PALETTE_GROUPS).flat();
    const missing = [...NODE_KINDS.keys()].filter(
      (kind) => kind !== 'placeholder' && !offered.includes(kind),
    );
    expect(missing).toEqual([]);
    expect([...NODE_KINDS.keys()].filter((kind) => LOOKS[kind] === undefined)).toEqual([]);
  });

  it('remembers the last five, each once', () => {
    const recent = ['a', 'b', 'c', 'b', 'd', 'e', 'f'].reduce<string[]>(withRecent, []);
    expect(recent).toEqual(['f', 'e', 'd', 'b', 'c']);
  });
});
