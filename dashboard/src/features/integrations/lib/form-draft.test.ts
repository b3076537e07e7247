import { formFields } from '../../../../../domain/form/form';
import {
  bodyOf,
  changeForm,
  draftOf,
  type FieldType,
  type FormChange,
  type FormDraft,
  isFormComplete,
  newForm,
  problemOf,
} from './form-draft';
import { isKey, keyFromLabel } from './key-from-label';

const built = (...changes: FormChange[]): FormDraft => changes.reduce(changeForm, newForm('Obrigado!'));
const add = (fieldType: FieldType): FormChange => ({ type: 'add', fieldType });
const label = (id: number, text: string): FormChange => ({ type: 'change', id, part: { label: text } });
const labels = (form: FormDraft) => form.fields.map((field) => field.label);

describe('the key of a label', () => {
  it.each([
    ['Qual é o seu CPF?', [], 'qual_e_o_seu_cpf'],
    ['  Nome  ', [], 'nome'],
    ['Nome', ['nome'], 'nome_2'],
    ['Nome', ['nome', 'nome_2'], 'nome_3'],
    ['2º telefone', [], 'telefone'],
    ['???', [], 'campo'],
    ['日本', ['campo'], 'campo_2'],
    ['constructor', [], 'constructor_2'],
    ['a'.repeat(39) + ' b', [], 'a'.repeat(39)],
    ['a'.repeat(60), ['a'.repeat(40)], `${'a'.repeat(38)}_2`],
  ])('%j beside %j is %j', (text, taken, key) => {
    expect(keyFromLabel(text, taken)).toBe(key);
    expect(isKey(key)).toBe(true);
  });
});

describe('a form that is built', () => {
  it('names fields by their labels, until somebody names them', () => {
    const form = built(add('text'), add('text'), label(1, 'Seu nome'), label(2, 'Seu nome'));
    expect(form.fields.map(({ key }) => key)).toEqual(['seu_nome', 'seu_nome_2']);
    const renamed = [
      { type: 'change', id: 1, part: { key: 'quem' } } as const,
      label(1, 'Como se chama?'),
    ].reduce<FormDraft>(changeForm, form);
    expect(renamed.fields[0]?.key).toBe('quem');
  });

  it('keeps the keys of a saved one, whatever becomes of its labels', () => {
    const before = built(add('text'), label(1, 'Seu nome'));
    const saved = { ...bodyOf(before), id: 'f', url: '', createdAt: '', submissions: 3 };
    const form = changeForm(draftOf(saved), label(1, 'Nome completo'));
    expect(form.fields[0]?.key).toBe('seu_nome');
    expect(changeForm(form, add('text')).fields.map(({ id }) => id)).toEqual([1, 2]);
  });

  it.each<[number, -1 | 1, string[]]>([
    [3, -1, ['a', 'c', 'b']],
    [1, 1, ['b', 'a', 'c']],
    [1, -1, ['a', 'b', 'c']],
    [3, 1, ['a', 'b', 'c']],
    [9, 1, ['a', 'b', 'c']],
  ])('moves field %d by %d', (id, by, order) => {
    const form = built(add('text'), add('text'), add('text'), label(1, 'a'), label(2, 'b'), label(3, 'c'));
    expect(labels(changeForm(form, { type: 'move', id, by }))).toEqual(order);
  });

  it('gives no number twice after a field went', () => {
    const form = built(add('text'), add('text'), { type: 'remove', id: 2 }, add('date'));
    expect(form.fields.map(({ id }) => id)).toEqual([1, 3]);
  });

  it('has forty fields at most', () => {
    const form = built(...Array.from({ length: 45 }, () => add('text')));
    expect(form.fields).toHaveLength(40);
  });

  it('consents by a box only, and keeps what it saves under the name of its key', () => {
    const form = built(add('checkbox'), {
      type: 'change',
      id: 1,
      part: { consent: true, saveAs: { field: 'campo' } },
    });
    expect(changeForm(form, label(1, 'Aceito'))).toMatchObject({
      fields: [{ consent: true, key: 'aceito', saveAs: { field: 'aceito' } }],
    });
    const turned = changeForm(form, { type: 'change', id: 1, part: { type: 'text' } });
    expect(turned.fields[0]?.consent).toBe(false);
    const unsaved = changeForm(form, { type: 'change', id: 1, part: { saveAs: null } });
    expect(unsaved.fields[0]?.saveAs).toBeNull();
  });
});

describe('what the API would refuse', () => {
  it.each<[string, FormChange[], ReturnType<typeof problemOf>]>([
    ['no label', [add('text')], 'label'],
    ['a key of capitals', [add('text'), label(1, 'x'), { type: 'change', id: 1, part: { key: 'X' } }], 'key'],
    [
      'a key of another',
      [add('text'), add('text'), label(1, 'x'), label(2, 'y'), { type: 'change', id: 1, part: { key: 'y' } }],
      'keyTaken',
    ],
    [
      'one choice',
      [add('choice'), label(1, 'x'), { type: 'change', id: 1, part: { choices: 'a\n\n' } }],
      'choices',
    ],
    [
      'a choice twice',
      [add('choice'), label(1, 'x'), { type: 'change', id: 1, part: { choices: 'a\na ' } }],
      'choices',
    ],
    [
      'two choices',
      [add('choice'), label(1, 'x'), { type: 'change', id: 1, part: { choices: 'a\nb' } }],
      undefined,
    ],
  ])('%s', (_what, changes, problem) => {
    const form = built(...changes);
    const [first] = form.fields;
    expect(first && problemOf(form, first)).toBe(problem);
    expect(formFields.safeParse(bodyOf(form).fields).success).toBe(problem === undefined);
  });

  it('a second phone', () => {
    const form = built(add('phone'), add('phone'), label(1, 'a'), label(2, 'b'));
    expect(form.fields.map((field) => problemOf(form, field))).toEqual([undefined, 'onePhone']);
    expect(formFields.safeParse(bodyOf(form).fields).success).toBe(false);
  });

  it('is told by a form that is not whole', () => {
    const form = built(add('text'), label(1, 'Nome'));
    const named = changeForm(form, { type: 'set', part: { name: 'Contato' } });
    expect(isFormComplete(form)).toBe(false);
    expect(isFormComplete(named)).toBe(true);
    expect(isFormComplete(changeForm(named, { type: 'set', part: { thanks: ' ' } }))).toBe(false);
    expect(isFormComplete(changeForm(named, { type: 'remove', id: 1 }))).toBe(false);
  });
});
