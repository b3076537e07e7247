import {
  type FlowValue,
  type Outcome,
  asInstant,
  asNumber,
  asText,
  fault,
  isEmpty,
  ok,
} from '../runtime/value';
import { EXPRESSION_LIMITS } from './limits';
import { localParts } from '../runtime/zone';

export interface FilterContext {
  /** IANA name; dates are shown in it. */
  zone: string;
}

interface Filter {
  /** How many arguments, at least and at most. */
  takes: readonly [number, number];
  about: string;
  example: string;
  apply: (value: FlowValue | undefined, args: readonly string[], context: FilterContext) => FlowValue;
}

const MONTHS = [
  'janeiro',
  'fevereiro',
  'março',
  'abril',
  'maio',
  'junho',
  'julho',
  'agosto',
  'setembro',
].concat(['outubro', 'novembro', 'dezembro']);
const DAYS = [
  'domingo',
  'segunda-feira',
  'terça-feira',
  'quarta-feira',
  'quinta-feira',
  'sexta-feira',
  'sábado',
];

const digits = (value: FlowValue | undefined) => asText(value).replace(/\D/g, '');
const list = (value: FlowValue | undefined): FlowValue[] =>
  Array.isArray(value) ? value : isEmpty(value) ? [] : [value ?? null];
const whole = (text: string | undefined, otherwise: number) =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : otherwise;

/** Written out by hand: what Intl says differs between Node.js and browsers. */
function decimal(value: number, places: number): string {
  const [units = '', fraction] = Math.abs(value).toFixed(places).split('.');
  const grouped = units.replace(/\B(?=(\d{3})+$)/g, '.');
  const negative = value < 0 && Number(value.toFixed(places)) !== 0;
  return `${negative ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

function masked(value: FlowValue | undefined, length: number, pattern: RegExp, into: string): string {
  const found = digits(value);
  return found.length === length ? found.replace(pattern, into) : asText(value);
}

function phone(value: FlowValue | undefined): string {
  const found = digits(value).replace(/^55(?=\d{10,11}$)/, '');
  return /^\d{10,11}$/.test(found) ? found.replace(/^(\d{2})(\d{4,5})(\d{4})$/, '($1) $2-$3') : asText(value);
}

/** dd MM yyyy yy HH mm ss d M, MMMM (month's name) and EEEE (day's name); anything else stands as it is. */
function formatInstant(value: FlowValue | undefined, format: string, zone: string): string {
  const instant = asInstant(value);
  if (instant === undefined) return asText(value);
  // A day without an hour is that day everywhere.
  const bare = typeof value === 'string' && !value.includes('T');
  const at = localParts(instant, bare ? 'UTC' : zone);
  const two = (each: number) => String(each).padStart(2, '0');
  const words: Record<string, string> = {
    yyyy: String(at.year),
    yy: two(at.year % 100),
    MMMM: MONTHS[at.month - 1] ?? '',
    MM: two(at.month),
    M: String(at.month),
    EEEE: DAYS[at.weekday] ?? '',
    dd: two(at.day),
    d: String(at.day),
    HH: two(at.hour),
    mm: two(at.minute),
    ss: two(at.second),
  };
  // A run of letters that is more than these words is text: `d de MMMM`.
  return format.replace(/\p{L}+/gu, (run) =>
    /^(?:yyyy|yy|MMMM|MM|M|EEEE|dd|d|HH|mm|ss)+$/.test(run)
      ? run.replace(/yyyy|yy|MMMM|MM|M|EEEE|dd|d|HH|mm|ss/g, (word) => words[word] ?? word)
      : run,
  );
}

/** `{{ value | name:argument }}`. Every filter answers for every value: what it cannot use it leaves as it is. */
export const FILTERS: Readonly<Record<string, Filter>> = Object.assign(Object.create(null) as object, {
  maiusculas: {
    takes: [0, 0],
    about: 'letras maiúsculas',
    example: "{{ 'ana' | maiusculas }}",
    apply: (value) => asText(value).toUpperCase(),
  },
  minusculas: {
    takes: [0, 0],
    about: 'letras minúsculas',
    example: "{{ 'ANA' | minusculas }}",
    apply: (value) => asText(value).toLowerCase(),
  },
  capitalizar: {
    takes: [0, 0],
    about: 'primeira letra de cada palavra em maiúscula',
    example: "{{ 'ana maria' | capitalizar }}",
    apply: (value) =>
      asText(value)
        .toLowerCase()
        .replace(
          /(^|[\s-])(\p{L})/gu,
          (_all, before: string, letter: string) => before + letter.toUpperCase(),
        ),
  },
  primeiro_nome: {
    takes: [0, 0],
    about: 'a primeira palavra',
    example: "{{ 'Ana Maria' | primeiro_nome }}",
    apply: (value) => asText(value).trim().split(/\s/, 1)[0] ?? '',
  },
  aparar: {
    takes: [0, 0],
    about: 'sem espaços no começo e no fim',
    example: "{{ ' oi ' | aparar }}",
    apply: (value) => asText(value).trim(),
  },
  cortar: {
    takes: [1, 1],
    about: 'no máximo tantas letras, com reticências',
    example: "{{ 'uma frase longa' | cortar:5 }}",
    apply: (value, [most]) => {
      const letters = Array.from(asText(value));
      const length = whole(most, letters.length);
      return letters.length <= length
        ? letters.join('')
        : `${letters.slice(0, Math.max(0, length - 1)).join('')}…`;
    },
  },
  substituir: {
    takes: [2, 2],
    about: 'troca um texto por outro, em todas as vezes',
    example: "{{ 'a-b' | substituir:'-':' ' }}",
    apply: (value, [from = '', to = '']) =>
      from === '' ? asText(value) : asText(value).split(from).join(to),
  },
  padrao: {
    takes: [1, 1],
    about: 'o que mostrar quando está vazio',
    example: "{{ contato.nome | padrao:'cliente' }}",
    apply: (value, [otherwise = '']) => (isEmpty(value) ? otherwise : (value ?? otherwise)),
  },
  moeda: {
    takes: [0, 0],
    about: 'valor em reais',
    example: '{{ 1234.5 | moeda }}',
    apply: (value) => {
      const number = asNumber(value);
      if (number === undefined) return asText(value);
      const shown = decimal(Math.abs(number), 2);
      return `${number < 0 && shown !== '0,00' ? '-' : ''}R$ ${shown}`;
    },
  },
  numero: {
    takes: [0, 1],
    about: 'número com tantas casas decimais',
    example: '{{ 1234.567 | numero:2 }}',
    apply: (value, [places]) => {
      const number = asNumber(value);
      return number === undefined ? asText(value) : decimal(number, Math.min(10, whole(places, 0)));
    },
  },
  data: {
    takes: [0, 1],
    about: 'data no formato pedido (dd/MM/yyyy)',
    example: "{{ agora | data:'dd/MM' }}",
    apply: (value, [format = 'dd/MM/yyyy'], { zone }) => formatInstant(value, format, zone),
  },
  hora: {
    takes: [0, 0],
    about: 'hora e minutos',
    example: '{{ agora | hora }}',
    apply: (value, _args, { zone }) => formatInstant(value, 'HH:mm', zone),
  },
  dia_da_semana: {
    takes: [0, 0],
    about: 'nome do dia da semana',
    example: '{{ agora | dia_da_semana }}',
    apply: (value, _args, { zone }) => formatInstant(value, 'EEEE', zone),
  },
  somar_dias: {
    takes: [1, 1],
    about: 'a data tantos dias depois (ou antes, com -)',
    example: "{{ agora | somar_dias:7 | data:'dd/MM' }}",
    apply: (value, [days = '0']) => {
      const instant = asInstant(value);
      if (instant === undefined || !/^-?\d{1,5}$/.test(days)) return asText(value);
      const moved = new Date(instant + Number(days) * 86_400_000);
      if (Number.isNaN(moved.getTime())) return asText(value);
      return typeof value === 'string' && !value.includes('T')
        ? moved.toISOString().slice(0, 10)
        : moved.toISOString();
    },
  },
  telefone: {
    takes: [0, 0],
    about: 'telefone brasileiro com DDD',
    example: "{{ '5531987654321' | telefone }}",
    apply: (value) => phone(value),
  },
  cpf: {
    takes: [0, 0],
    about: 'CPF com pontos e traço',
    example: "{{ '52998224725' | cpf }}",
    apply: (value) => masked(value, 11, /^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4'),
  },
  cnpj: {
    takes: [0, 0],
    about: 'CNPJ com pontos, barra e traço',
    example: "{{ '11222333000181' | cnpj }}",
    apply: (value) => masked(value, 14, /^(\d{2})(\d{3})(\d{3})(\d{4})(\d{2})$/, '$1.$2.$3/$4-$5'),
  },
  cep: {
    takes: [0, 0],
    about: 'CEP com traço',
    example: "{{ '30130010' | cep }}",
    apply: (value) => masked(value, 8, /^(\d{5})(\d{3})$/, '$1-$2'),
  },
  digitos: {
    takes: [0, 0],
    about: 'só os números',
    example: "{{ '(31) 98765' | digitos }}",
    apply: (value) => digits(value),
  },
  lista: {
    takes: [0, 1],
    about: 'itens de uma lista, separados',
    example: "{{ contato.etiquetas | lista:' e ' }}",
    apply: (value, [between = ', ']) => list(value).map(asText).join(between),
  },
  primeiro: {
    takes: [0, 0],
    about: 'o primeiro item da lista',
    example: '{{ contato.etiquetas | primeiro }}',
    apply: (value) => list(value)[0] ?? null,
  },
  ultimo: {
    takes: [0, 0],
    about: 'o último item da lista',
    example: '{{ contato.etiquetas | ultimo }}',
    apply: (value) => list(value).at(-1) ?? null,
  },
  tamanho: {
    takes: [0, 0],
    about: 'quantos itens ou letras',
    example: '{{ contato.etiquetas | tamanho }}',
    apply: (value) => (Array.isArray(value) ? value.length : Array.from(asText(value)).length),
  },
  plural: {
    takes: [2, 2],
    about: 'uma palavra para um, outra para os demais números',
    example: "{{ 2 | plural:'item':'itens' }}",
    apply: (value, [one = '', many = '']) => (Math.abs(asNumber(value) ?? 0) === 1 ? one : many),
  },
  sim_nao: {
    takes: [0, 2],
    about: 'sim ou não',
    example: "{{ true | sim_nao:'pago':'em aberto' }}",
    apply: (value, [yes = 'sim', no = 'não']) =>
      isEmpty(value) || value === false || value === 0 ? no : yes,
  },
  url: {
    takes: [0, 0],
    about: 'pronto para entrar em um endereço',
    example: "{{ 'a b' | url }}",
    // A half of a surrogate pair has no encoding.
    apply: (value) => encodeURIComponent(asText(value).toWellFormed()),
  },
  json: {
    takes: [0, 0],
    about: 'como JSON',
    example: '{{ variaveis.pedido | json }}',
    apply: (value) => JSON.stringify(value ?? null),
  },
} satisfies Record<string, Filter>);

export function applyFilter(
  name: string,
  value: FlowValue | undefined,
  args: readonly string[],
  context: FilterContext,
): Outcome<FlowValue> {
  const filter = FILTERS[name];
  if (!filter) return fault('unknown_filter', name);
  const result = filter.apply(value, args, context);
  if (typeof result === 'string' && result.length > EXPRESSION_LIMITS.text)
    return fault('text_too_long', name);
  return ok(result);
}
