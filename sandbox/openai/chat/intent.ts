import { normalise, words } from '../portuguese/words';

const SOMEBODY =
  'pessoa|pessoas|atendente|atendentes|humano|humana|alguem|gente|funcionari[oa]|responsavel|recepcao|recepcionista|vendedora?|gerente|don[oa]|secretaria|medic[oa]|doutora?|dra?';

const PERSON = [
  new RegExp(
    String.raw`\b(falar|fala|falo|conversar|converso|tratar) (direto )?com (um |uma |o |a |os |as )?(${SOMEBODY})\b`,
  ),
  /\b(quero|queria|preciso|gostaria|prefiro)( de)?( um| uma| o| a| algum)? (atendente|humano|pessoa|ser humano|atendimento humano)\b/,
  /\b(chama|chamar|chame|transfere|transferir|transfira|passa|passar|passe|me coloca)\b.{0,20}\b(atendente|pessoa|humano|alguem|responsavel|gerente)\b/,
  /\b(atendimento|suporte|atendente) humano\b/,
  /\b(pessoa|gente) (de verdade|real)\b/,
  /\bnao quero (falar com |conversar com )?(um |uma |o |a )?(robo|bot|ia|maquina)\b/,
  /^(um |uma )?(atendente|humano|pessoa|atendimento)( por favor)?\W*$/,
  /\b(talk|speak|chat) (to|with) (a |an |some |the )?(real |live )?(person|human|agent|someone|somebody|representative|manager)\b/,
  /\b(real person|human agent|live agent)\b/,
  /\bhablar con (una?|el|la)? ?(persona|humano|agente|alguien|asesor|encargado)\b/,
  /\bquiero (una?|hablar con una?) (persona|humano|agente|asesor)\b/,
];

export function asksForPerson(text: string): boolean {
  const plain = normalise(text).replace(/\s+/g, ' ').trim();
  return PERSON.some((pattern) => pattern.test(plain));
}

const URGENT =
  /\b(urgente|urgencia|emergencia|absurdo|pessimo|horrivel|ridiculo|procon|reclamacao|indignad[oa]|furios[oa]|nao aguento|dor forte|urgent|emergency|furious|unacceptable|emergencia|inaceptable)\b/;

/** Upset, or unable to wait. */
export function soundsUrgent(text: string): boolean {
  return URGENT.test(normalise(text));
}

type Pleasantry = 'thanks' | 'bye' | 'agreed' | 'greeting';

const PHRASES: [Pleasantry, RegExp][] = [
  [
    'thanks',
    /\b(muito )?(obrigad[oa]|brigad[oa]|obg|valeu|vlw|agradeco|agradecid[oa]|thanks|thank you|gracias)\b/g,
  ],
  ['bye', /\b(tchau|ate (logo|mais|breve|amanha)|adeus|bye|falou|flw|bom descanso)\b/g],
  [
    'agreed',
    /\b(ok|okay|certo|entendi|perfeito|beleza|blz|combinado|show|otimo|otima|legal|maravilha|ta bom|ta)\b/g,
  ],
  [
    'greeting',
    /\b(oi+e?|ola|opa|e ai|eai|bom dia|boa tarde|boa noite|tudo (bem|bom|certo|joia)|como vai|alo|hello|hi|hey|hola|buenos dias)\b/g,
  ],
];

const FILLERS = new Set(
  'e com voce voces vc vcs ai por pela pelo sua seu a o ajuda atencao mesmo tudo pessoal gente de nada muito sim claro'.split(
    ' ',
  ),
);

/** Which courtesy this is, when it is nothing else. */
export function pleasantryIn(text: string): Pleasantry | undefined {
  let rest = normalise(text);
  const found: Pleasantry[] = [];
  for (const [kind, pattern] of PHRASES) {
    const without = rest.replace(pattern, ' ');
    if (without !== rest) found.push(kind);
    rest = without;
  }
  const isOnlyEmoji = words(text).length === 0 && text.trim() !== '';
  if (isOnlyEmoji) return 'agreed';
  if (found.length === 0 || words(rest).some((word) => !FILLERS.has(word))) return undefined;
  return found[0];
}

/** A question without the "boa tarde" before it and the "obrigada" after it. */
export function withoutPleasantries(text: string): string {
  return PHRASES.filter(([kind]) => kind === 'greeting' || kind === 'thanks').reduce(
    (rest, [, pattern]) => rest.replace(pattern, ' '),
    normalise(text),
  );
}

const ANSWERS: Record<Pleasantry, string> = {
  thanks: 'Por nada! Se precisar de mais alguma coisa, é só chamar.',
  bye: 'Até logo! Quando quiser, é só chamar.',
  agreed: 'Certo! Se precisar de mais alguma coisa, é só chamar.',
  greeting: 'Olá! Como posso ajudar?',
};

export function answerPleasantry(kind: Pleasantry): string {
  return ANSWERS[kind];
}
