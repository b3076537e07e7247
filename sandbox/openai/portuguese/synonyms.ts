import { stem } from './stem';

/** Words customers use for the very same thing, accents stripped. */
const SAME: Record<string, string> = {
  price:
    'preco valor valores custa custo custar custam tarifa orcamento cobra cobram cobrar taxa reais mensalidade',
  hours:
    'horario horarios abre abrem abrir aberto aberta fecha fecham fechar fechado funciona funcionam expediente',
  plan: 'convenio convenios plano planos',
  address:
    'endereco localizacao localizado fica ficam rua avenida av alameda praca rodovia bairro cep chegar mapa',
  booking: 'agendar agendamento agenda marcar marcacao reservar reserva',
  cancel: 'cancelar cancelamento desmarcar',
  rebook: 'remarcar remarcacao reagendar reagendamento',
  phone: 'telefone fone celular whatsapp ligar',
  delivery: 'entrega entregar entregam envio enviar delivery',
  term: 'prazo tempo demora demorar demoram dia dias',
  enrolment: 'matricula matricular inscricao inscrever',
  fasting: 'jejum comer',
  result: 'resultado resultados laudo laudos',
  parking: 'estacionamento estacionar garagem',
};

/** Words about the same subject: a hint, not an answer. */
const NEAR: Record<string, string> = {
  scan: 'ultrassom ultrassonografia ecografia exame exames',
  payment: 'pagamento pagar pago pix cartao cartoes boleto dinheiro parcela parcelar vezes credito debito',
  doctor: 'medico medica doutor doutora dr dra especialista profissional dentista',
  refund: 'troca trocar devolver devolucao reembolso garantia',
  child: 'crianca criancas infantil pediatra pediatria bebe',
  document: 'documento documentos rg cpf identidade carteirinha',
  weekday: 'segunda terca quarta quinta sexta sabado sabados domingo domingos feriado feriados',
};

export interface Concept {
  name: string;
  /** How much a match through it counts beside a match of the word itself. */
  closeness: number;
}

const concepts = new Map([...conceptsIn(SAME, 0.85), ...conceptsIn(NEAR, 0.5)]);
const hours = concepts.get(stem('horario'));

function conceptsIn(groups: Record<string, string>, closeness: number): [string, Concept][] {
  return Object.entries(groups).flatMap(([name, words]) => {
    const concept = { name, closeness };
    return words.split(' ').map((word): [string, Concept] => [stem(word), concept]);
  });
}

/** What a stem is about, if it belongs to a group; times of day speak of opening hours. */
export function conceptOf(stemmed: string): Concept | undefined {
  if (/^\d{1,2}h(\d{2})?$/.test(stemmed)) return hours;
  return concepts.get(stemmed);
}
