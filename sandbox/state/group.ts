/** The one group everybody is in, for showing that group messages are left alone. */
export const neighbourhoodGroup = { jid: '120363025550001@g.us', title: 'Grupo do bairro' };

export function groupTitle(jid: string): string {
  return jid === neighbourhoodGroup.jid ? neighbourhoodGroup.title : 'Grupo';
}
