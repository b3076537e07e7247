import { Phone } from '../../tests/support/phone';
import type { Product } from '../../tests/support/product';
import { eventually } from '../../tests/support/eventually';
import { Api } from './api';
import { drawnAutomation } from './automation-data';
import { integrations } from './integration-data';

/** Where the pictures find what they show. */
export interface DemoData {
  /** Conversations, by what is to be seen in them. */
  answered: string;
  waiting: string;
  lowConfidence: string;
  inCharge: string;
  unanswered: string;
  failed: string;
  media: string;
  /** A number whose code waits to be read. */
  pairing: string;
  instance: string;
  /** An automation with two versions, a changed draft and runs; one of its runs. */
  automation: string;
  run: string;
}

const PEOPLE = {
  marina: { name: 'Marina Souza', number: '5541988110001' },
  joao: { name: 'João Pedro', number: '5511976220002' },
  lucia: { name: 'Lúcia Ramos', number: '5521997330003' },
  beatriz: { name: 'Beatriz Almeida', number: '5541991230004' },
  carlos: { name: 'Carlos Menezes', number: '5541992340005' },
  fernanda: { name: 'Fernanda Rocha', number: '5541993450006' },
  rui: { name: 'Rui Tavares', number: '5541994560007' },
  sonia: { name: 'Sônia Prado de Albuquerque', number: '5547995670008' },
  tiago: { name: 'Tiago Nunes', number: '5541996780009' },
  helena: { name: 'Helena Castro', number: '5541997890010' },
};

/** Days in the life of a clinic, played by its phones and its own people. */
export async function fillWithLife(product: Product): Promise<DemoData> {
  const api = new Api(product.url);
  await api.signIn();
  const phone = new Phone(product.sandboxUrl);
  const instance = await firstInstance(product);
  for (const person of Object.values(PEOPLE)) {
    // Three of them the sandbox knows from the start.
    await phone.customer(person).catch(() => undefined);
  }
  const write = (who: keyof typeof PEOPLE, message: string | Record<string, unknown>) =>
    phone.write(instance, PEOPLE[who].number, message);
  const scenes = new Scenes(api, phone, instance, write);

  // From the oldest to the newest: the list shows the newest on top.
  await scenes.resolved();
  const failed = await scenes.failed();
  const media = await scenes.media();
  await scenes.onThePairedPhone();
  const inCharge = await scenes.inCharge();
  const unanswered = await scenes.unanswered();
  await scenes.burst();
  const answered = await scenes.answered();
  const lowConfidence = await scenes.lowConfidence();
  const waiting = await scenes.personRequested();
  await connectNumber(api, phone, product.sandboxUrl, 'Exames');
  const pairing = await nameNumber(api, 'Agendamento');
  await scenes.team();
  const automation = await drawnAutomation(api);
  await integrations(api, answered);
  return {
    answered,
    waiting,
    lowConfidence,
    inCharge,
    unanswered,
    failed,
    media,
    pairing,
    instance,
    ...automation,
  };
}

type Write = (who: keyof typeof PEOPLE, message: string | Record<string, unknown>) => Promise<unknown>;

class Scenes {
  constructor(
    private readonly api: Api,
    private readonly phone: Phone,
    private readonly instance: string,
    private readonly write: Write,
  ) {}

  async answered(): Promise<string> {
    const { name } = PEOPLE.marina;
    await this.write('marina', 'Bom dia! Vocês atendem pela Unimed?');
    await this.api.answered(name);
    await this.write('marina', 'Preciso de jejum para o ultrassom de abdome total?');
    await this.api.answered(name);
    await this.write('marina', 'E quanto custa o ultrassom de abdome total?');
    return this.api.answered(name);
  }

  async personRequested(): Promise<string> {
    await this.write('joao', 'Qual o horário de atendimento aos sábados?');
    await this.api.answered(PEOPLE.joao.name);
    await this.write('joao', 'Quero falar com uma pessoa, por favor');
    return this.api.handedOver(PEOPLE.joao.name);
  }

  async lowConfidence(): Promise<string> {
    await this.write('lucia', 'Vocês fazem tatuagem de dragão nas costas?');
    const id = await this.api.handedOver(PEOPLE.lucia.name);
    await this.write('lucia', 'É para o meu sobrinho');
    return id;
  }

  async inCharge(): Promise<string> {
    await this.write('beatriz', 'Oi, quero falar com um atendente sobre o meu agendamento');
    const id = await this.api.handedOver(PEOPLE.beatriz.name);
    await this.api.call('POST', `/conversations/${id}/take-over`, {
      reason: 'Combinando o horário do exame',
    });
    await this.api.reply(id, 'Oi, Beatriz! Aqui é a Rafaela. Qual dia fica melhor para você?');
    await this.write('beatriz', 'Quinta de manhã, se tiver');
    await this.api.reply(id, 'Tenho *9h30* com a Dra. Helena. Posso confirmar?');
    return id;
  }

  /** Taken over, and the customer has written since. */
  async unanswered(): Promise<string> {
    await this.write('tiago', 'Quero falar com uma pessoa sobre o resultado do meu exame');
    const id = await this.api.handedOver(PEOPLE.tiago.name);
    await this.api.call('POST', `/conversations/${id}/take-over`, {});
    await this.api.reply(id, 'Olá, Tiago! Pode me dizer o código do protocolo?');
    await this.write('tiago', { texts: ['Aliás, quanto custa o hemograma completo?'] });
    return this.api.conversation(PEOPLE.tiago.name, (row) => row.unanswered);
  }

  async resolved(): Promise<void> {
    await this.write('carlos', 'Quanto custa a consulta com pediatra?');
    const id = await this.api.answered(PEOPLE.carlos.name);
    await this.api.reply(id, 'Confirmado para terça, 14h. Até lá!');
    await this.api.call('POST', `/conversations/${id}/resolve`, {});
  }

  /** The customer left WhatsApp: what is sent fails for good. */
  async failed(): Promise<string> {
    await this.write('fernanda', 'Quais vacinas vocês aplicam?');
    const id = await this.api.answered(PEOPLE.fernanda.name);
    await this.phone.notOnWhatsApp(PEOPLE.fernanda.number);
    await this.api.reply(id, 'Fernanda, a vacina da gripe chegou. Quer reservar?', ['failed']);
    return id;
  }

  /** Whom a conversation can be given to. */
  async team(): Promise<void> {
    await this.api.call('POST', '/teams', { name: 'Recepção', memberIds: [] });
    await this.api.call('POST', '/agents', {
      name: 'Exames',
      tone: 'technical',
      instructions: 'Cite sempre o preparo do exame.',
    });
  }

  async media(): Promise<string> {
    await this.write('rui', { media: { kind: 'image', caption: 'Este é o meu pedido médico' } });
    await this.write('rui', { media: { kind: 'audio' } });
    await this.write('rui', {
      location: { latitude: -25.4486, longitude: -49.2776, name: 'Praça do Japão' },
    });
    return this.api.conversation(PEOPLE.rui.name, () => true);
  }

  async onThePairedPhone(): Promise<void> {
    await this.write('helena', 'Vocês têm estacionamento?');
    const id = await this.api.answered(PEOPLE.helena.name);
    await this.phone.writeAsOwner(
      this.instance,
      PEOPLE.helena.number,
      'Oi, Helena! Guardo uma vaga para você.',
    );
    await this.api.conversation(
      PEOPLE.helena.name,
      (row) => row.id === id && row.state === 'HUMANO_RESPONDEU',
    );
  }

  async burst(): Promise<void> {
    await this.write('sonia', { texts: ['Oi', 'tudo bem?', 'qual o endereço da clínica?'] });
    await this.api.answered(PEOPLE.sonia.name);
  }
}

/** As people do it: a name, a code, the phone reads it. */
async function connectNumber(api: Api, phone: Phone, sandboxUrl: string, name: string): Promise<void> {
  const before = (await instancesOf(sandboxUrl)).map((instance) => instance.name);
  const { id } = await api.call<{ id: string }>('POST', '/whatsapp/instances', { name });
  await api.call('GET', `/whatsapp/instances/${id}/qrcode`);
  const made = (await instancesOf(sandboxUrl)).find((instance) => !before.includes(instance.name));
  if (made === undefined) throw new Error('the sandbox made no instance');
  await phone.scan(made.name, 'Clínica Aurora, exames');
  await eventually(async () => {
    const { status } = await api.call<{ status: string }>('GET', `/whatsapp/instances/${id}/status`);
    if (status !== 'open') throw new Error(`${name} is ${status}`);
  });
}

/** Named, and waiting for a phone. */
async function nameNumber(api: Api, name: string): Promise<string> {
  const { id } = await api.call<{ id: string }>('POST', '/whatsapp/instances', { name });
  return id;
}

async function firstInstance(product: Product): Promise<string> {
  return eventually(async () => {
    const open = (await instancesOf(product.sandboxUrl)).find(({ state }) => state === 'open');
    if (open === undefined) throw new Error('no number is connected');
    return open.name;
  });
}

async function instancesOf(sandboxUrl: string): Promise<{ name: string; state: string }[]> {
  const response = await fetch(`${sandboxUrl}/control/instances`);
  return (await response.json()) as { name: string; state: string }[];
}
