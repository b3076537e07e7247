import { DAY, HOUR } from '../limits';
import { type FlowTemplate, ask, buttons, draw, list, onMessage, openNow, person, say, wait } from './draw';

const NUMBER = 'Conectar um número do WhatsApp';
const HOURS = 'Preencher o horário de atendimento';
const TEAM = 'Ter alguém da equipe para responder';

/** Businesses where people come by appointment. */
export const SERVICE_TEMPLATES: readonly FlowTemplate[] = [
  draw({
    id: 'clinica-agendamento',
    name: 'Clínica: pedido de consulta',
    description: 'Recolhe nome, CPF, especialidade e convênio, e entrega o pedido pronto para a recepção.',
    niche: 'clinica',
    connect: [NUMBER, TEAM, HOURS],
    nodes: {
      t: onMessage('consulta', 'agendar', 'marcar', 'horário'),
      oi: say(
        'Boas-vindas',
        "Olá, {{ contato.nome | primeiro_nome | padrao:'tudo bem' }}! Vou anotar o seu pedido de consulta.",
      ),
      nome: ask('Nome completo', 'Qual é o nome completo do paciente?', 'nome_paciente', 'text', {
        rule: { least: 5 },
      }),
      cpf: ask('CPF', 'E o CPF?', 'cpf', 'cpf'),
      qual: list(
        'Especialidade',
        'Para qual especialidade?',
        'Clínica geral',
        'Pediatria',
        'Ginecologia',
        'Dermatologia',
        'Outra',
      ),
      pagar: buttons('Convênio', 'A consulta será por convênio ou particular?', 'Convênio', 'Particular'),
      convenio: ask('Qual convênio', 'Qual é o convênio?', 'convenio'),
      resumo: say(
        'Resumo',
        "Anotado: {{ variaveis.nome_paciente }}, CPF {{ variaveis.cpf | cpf }}, {{ blocos.qual.texto | minusculas }}, {{ variaveis.convenio | padrao:'particular' }}.",
      ),
      pessoa: person('A recepção vai oferecer os horários em seguida.'),
    },
    ways: [
      't > oi',
      'oi > nome',
      'nome.ok > cpf',
      'cpf.ok > qual',
      ...[1, 2, 3, 4, 5].map((row) => `qual.option:${row} > pagar`),
      'pagar.option:1 > convenio',
      'pagar.option:2 > resumo',
      'convenio.ok > resumo',
      'resumo > pessoa',
    ],
  }),
  draw({
    id: 'salao-horario',
    name: 'Salão: marcar horário',
    description:
      'O cliente escolhe serviço e dia; a equipe confirma, e no dia seguinte vem um pedido de opinião.',
    niche: 'salao',
    connect: [NUMBER, TEAM],
    nodes: {
      t: onMessage('marcar', 'horário', 'corte', 'unha', 'escova'),
      servico: list(
        'Serviço',
        'Que bom falar com você! Qual serviço?',
        'Corte',
        'Coloração',
        'Escova',
        'Manicure',
        'Sobrancelha',
      ),
      dia: ask('Dia', 'Para que dia? Pode escrever como 25/12.', 'dia', 'date'),
      turno: buttons('Turno', 'Prefere qual período?', 'Manhã', 'Tarde', 'Noite'),
      certo: say(
        'Pedido anotado',
        "Pedido anotado para {{ variaveis.dia | data:'dd/MM' }}. Vamos confirmar o horário.",
      ),
      pessoa: person('Um instante, que já confirmamos com você.'),
      espera: wait('Um dia depois', DAY),
      opiniao: say('Opinião', 'Como foi a sua experiência com a gente? Pode contar por aqui.'),
    },
    ways: [
      't > servico',
      ...[1, 2, 3, 4, 5].map((row) => `servico.option:${row} > dia`),
      'dia.ok > turno',
      ...[1, 2, 3].map((row) => `turno.option:${row} > certo`),
      'certo > pessoa',
      'pessoa.returned > espera',
      'espera > opiniao',
    ],
  }),
  draw({
    id: 'academia-aula-experimental',
    name: 'Academia: aula experimental',
    description: 'Convida para uma aula experimental, recolhe o objetivo e lembra quem não respondeu.',
    niche: 'academia',
    connect: [NUMBER, TEAM],
    nodes: {
      t: onMessage('plano', 'preço', 'valor', 'aula', 'academia'),
      quer: buttons(
        'Convite',
        'Que tal uma aula experimental, sem custo?',
        'Quero',
        'Ver planos',
        'Agora não',
      ),
      objetivo: list(
        'Objetivo',
        'Qual é o seu objetivo?',
        'Emagrecer',
        'Ganhar massa',
        'Saúde',
        'Condicionamento',
      ),
      dia: ask('Dia', 'Que dia fica bom? Pode escrever como 25/12.', 'dia_aula', 'date'),
      certo: say(
        'Anotado',
        "Anotado: {{ variaveis.dia_aula | data:'dd/MM' }}. Traga uma toalha e um documento.",
      ),
      planos: person('Já mando os planos e os valores.'),
      tudo: say('Até mais', 'Sem problema! Quando quiser, é só chamar.'),
      lembrar: say('Lembrete', 'Ainda pensando? A aula experimental continua à sua espera.'),
    },
    ways: [
      't > quer',
      'quer.option:1 > objetivo',
      'quer.option:2 > planos',
      'quer.option:3 > tudo',
      'quer.timed_out > lembrar',
      ...[1, 2, 3, 4].map((row) => `objetivo.option:${row} > dia`),
      'dia.ok > certo',
      'certo > pessoa',
    ],
  }),
  draw({
    id: 'oficina-orcamento',
    name: 'Oficina: pedido de orçamento',
    description: 'Recolhe carro, placa e uma foto do problema antes de passar ao mecânico.',
    niche: 'oficina',
    connect: [NUMBER, TEAM, HOURS],
    nodes: {
      t: onMessage('orçamento', 'conserto', 'revisão', 'carro', 'guincho'),
      aberto: openNow,
      fechado: say('Fora do horário', 'Estamos fechados agora, mas já adianto o seu pedido.'),
      tipo: buttons('Serviço', 'O que o seu carro precisa?', 'Revisão', 'Conserto', 'Guincho'),
      guincho: person('Entendi que é urgente. Já chamo alguém.'),
      carro: ask('Carro', 'Qual é o carro? Modelo e ano.', 'carro'),
      placa: ask('Placa', 'E a placa?', 'placa', 'text', {
        rule: { pattern: '[a-z]{3}-?[0-9][a-z0-9][0-9]{2}' },
      }),
      foto: ask('Foto', 'Se puder, mande uma foto ou um áudio do problema.', 'foto', 'file', {
        attempts: 1,
        timeoutSeconds: HOUR,
      }),
      certo: say(
        'Anotado',
        'Obrigado! {{ variaveis.carro }}, placa {{ variaveis.placa | maiusculas }}. O orçamento vem por aqui.',
      ),
    },
    ways: [
      't > aberto',
      'aberto.open > tipo',
      'aberto.closed > fechado',
      'fechado > tipo',
      'tipo.option:1 > carro',
      'tipo.option:2 > carro',
      'tipo.option:3 > guincho',
      'carro.ok > placa',
      'placa.ok > foto',
      'foto.ok > certo',
      'foto.invalid > certo',
      'foto.timed_out > certo',
      'certo > pessoa',
    ],
  }),
];
