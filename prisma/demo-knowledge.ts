/** What the demo tenant knows: a small clinic, with things worth asking. */
export const DEMO_KNOWLEDGE = `Clínica Aurora: consultas e exames em Curitiba.

HORÁRIO DE ATENDIMENTO
Atendemos de segunda a sexta-feira, das 7h às 19h. Aos sábados atendemos das 8h às 12h, só para exames. Não abrimos aos domingos nem em feriados nacionais. A coleta de sangue é feita das 7h às 10h, por ordem de chegada.

ENDEREÇO E ESTACIONAMENTO
Estamos na Rua das Araucárias, 1200, no bairro Água Verde, em Curitiba, perto da Praça do Japão. Temos estacionamento conveniado em frente à clínica, com a primeira hora gratuita para pacientes. A entrada tem rampa e o elevador é acessível para cadeiras de rodas.

CONTATO
O telefone da recepção é (41) 3311-2000. O e-mail é contato@clinicaaurora.example. Pelo WhatsApp respondemos dúvidas; o agendamento é confirmado por uma pessoa da recepção.

CONVÊNIOS
Atendemos os convênios Unimed, Bradesco Saúde, Amil e SulAmérica. Não atendemos pelo SUS. Quem não tem convênio pode pagar como particular. Para usar o convênio, traga a carteirinha e um documento com foto. Exames de imagem pedem guia autorizada; a autorização leva até dois dias úteis.

PREÇOS PARTICULARES
A consulta com clínico geral custa R$ 220. A consulta com ginecologista ou dermatologista custa R$ 320. A consulta com pediatra custa R$ 280. O retorno em até 30 dias é gratuito. O ultrassom de abdome total custa R$ 260. O ultrassom obstétrico custa R$ 240. O eletrocardiograma custa R$ 90. O hemograma completo custa R$ 35.

FORMAS DE PAGAMENTO
Aceitamos PIX, dinheiro, cartão de débito e cartão de crédito em até 3 vezes sem juros. No PIX há 5% de desconto para consultas particulares. Emitimos recibo e nota fiscal no mesmo dia.

ESPECIALIDADES E PROFISSIONAIS
A Dra. Helena Prado é clínica geral e atende de segunda a quinta. O Dr. Marcos Vidal é pediatra e atende às terças e quintas à tarde. A Dra. Júlia Nakamura é ginecologista e atende às segundas, quartas e sextas. A Dra. Carla Mendes é dermatologista e atende às quartas pela manhã.

PREPARO PARA ULTRASSOM
Para o ultrassom de abdome total é preciso jejum de 6 horas; água pode ser tomada em pequenos goles. Para o ultrassom pélvico é preciso beber um litro de água uma hora antes do exame e não urinar. O ultrassom obstétrico e o de tireoide não precisam de preparo.

PREPARO PARA EXAMES DE SANGUE
Para glicemia e colesterol é preciso jejum de 8 a 12 horas; água pode. O hemograma não precisa de jejum. Não faça exercício forte nem beba álcool nas 24 horas antes da coleta. Tome os seus remédios de costume, a menos que o médico diga o contrário.

RESULTADOS
Os resultados de sangue ficam prontos em um dia útil e os laudos de ultrassom em dois dias úteis. Podem ser vistos no site com o código do protocolo ou retirados na recepção.

REMARCAÇÃO E FALTAS
Consultas podem ser remarcadas ou canceladas sem custo até 24 horas antes. Depois disso, ou em caso de falta, cobramos metade do valor da consulta particular.

VACINAS
Aplicamos vacinas de gripe, hepatite B e HPV com hora marcada, de segunda a sexta. A vacina da gripe custa R$ 90.

URGÊNCIAS
A clínica não atende urgências nem emergências. Em caso de urgência, ligue para o SAMU no 192 ou procure o pronto-socorro mais próximo.
`;
