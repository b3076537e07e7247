import { columnsOf } from './submission-table';

const sent = (values: Record<string, unknown>) => ({
  id: '',
  contactId: null,
  values,
  consents: [],
  createdAt: '',
});
const field = (key: string, label: string) => ({
  key,
  label,
  type: 'text' as const,
  help: '',
  required: false,
  choices: [],
  consent: false,
  saveAs: null,
});

describe('the columns of answers', () => {
  it('are the questions in their order, and after them what was asked once', () => {
    const form = { fields: [field('nome', 'Nome'), field('dia', 'Dia')] };
    const columns = columnsOf(form, [
      sent({ dia: '1', nome: 'Ana' }),
      sent({ turno: 'x' }),
      sent({ turno: 'y' }),
    ]);
    expect(columns).toEqual([
      { key: 'nome', label: 'Nome' },
      { key: 'dia', label: 'Dia' },
      { key: 'turno', label: 'turno' },
    ]);
  });
});
