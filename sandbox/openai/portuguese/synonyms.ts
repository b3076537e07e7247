import { stem } from './stem';

/** Words customers use for the same thing, accents stripped. A match through here counts less than the word itself. */
const GROUPS: Record<string, string> = {
  price:
    'preco valor valores custa custo custar custam tarifa orcamento cobra cobram cobrar caro barato taxa reais',
  hours:
    'horario horarios abre abrem abrir aberto aberta fecha fecham fechar fechado funciona funcionam expediente',
  plan: 'convenio convenios plano planos seguro',
  address:
    'endereco localizacao localizado fica ficam rua avenida av alameda praca rodovia bairro cep chegar mapa',
  scan: 'ultrassom ultrassonografia ecografia exame exames',
  booking: 'agendar agendamento agenda marcar marcacao reservar reserva',
  cancel: 'cancelar cancelamento desmarcar',
  rebook: 'remarcar remarcacao reagendar reagendamento',
  payment: 'pagamento pagar pago pix cartao cartoes boleto dinheiro parcela parcelar credito debito',
  phone: 'telefone fone celular whatsapp contato ligar',
  doctor: 'medico medica doutor doutora dr dra especialista profissional dentista',
  delivery: 'entrega entregar entregam frete envio enviar delivery',
  refund: 'troca trocar devolver devolucao reembolso garantia',
  enrolment: 'matricula matricular inscricao inscrever vaga vagas',
  fasting: 'jejum comer alimentacao alimentar',
  child: 'crianca criancas infantil pediatra pediatria filho filha bebe',
  result: 'resultado resultados laudo laudos',
  parking: 'estacionamento estacionar garagem',
  document: 'documento documentos rg cpf identidade carteirinha',
};

const concepts = new Map(
  Object.entries(GROUPS).flatMap(([concept, words]) =>
    words.split(' ').map((word): [string, string] => [stem(word), concept]),
  ),
);

/** What a stem is about, if it belongs to a group; times of day speak of opening hours. */
export function conceptOf(stemmed: string): string | undefined {
  if (/^\d{1,2}h(\d{2})?$/.test(stemmed)) return 'hours';
  return concepts.get(stemmed);
}
