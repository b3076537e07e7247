/** The one group everybody is in, for showing that group messages are left alone. */
export const neighbourhoodGroup = { jid: '120363025550001@g.us', title: 'Grupo do bairro', size: 3 };

/** Groups that every number is in and nobody writes in: a list to choose from. */
const quietGroups = [
  { jid: '120363025550002@g.us', title: 'Pais da turma 3B', size: 27 },
  { jid: '120363025550003@g.us', title: 'Fornecedores', size: 12 },
  { jid: '120363025550004@g.us', title: 'Equipe da recepção', size: 6 },
  { jid: '120363025550005@g.us', title: 'Clientes VIP', size: 148 },
  { jid: '120363025550006@g.us', title: 'Condomínio Água Verde', size: 211 },
  { jid: '5541999990000-1520000000@g.us', title: 'Família', size: 19 },
];

export const knownGroups = [neighbourhoodGroup, ...quietGroups];

export function groupTitle(jid: string): string {
  return knownGroups.find((group) => group.jid === jid)?.title ?? 'Grupo';
}

/** How many are in it, the number among them. */
export function groupSize(jid: string): number {
  return knownGroups.find((group) => group.jid === jid)?.size ?? 3;
}
