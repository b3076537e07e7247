import type { Locale } from './locale';

/** What callers read for refusals about contacts, and who was found to be whom. */
export const CONTACT_ERROR_WORDS = {
  contact_merged: {
    'pt-BR': { title: 'Contato já unido', detail: 'Este contato já foi unido a outro.' },
    en: { title: 'Contact already merged', detail: 'This contact was already merged into another.' },
    es: { title: 'Contacto ya unido', detail: 'Este contacto ya fue unido a otro.' },
  },
  contact_changed: {
    'pt-BR': {
      title: 'O contato mudou',
      detail:
        'Outra pessoa ou uma automação mudou este contato depois que você o abriu. Nada foi sobrescrito.',
    },
    en: {
      title: 'The contact has changed',
      detail:
        'Somebody, or an automation, changed this contact after you opened it. Nothing was overwritten.',
    },
    es: {
      title: 'El contacto cambió',
      detail:
        'Otra persona o una automatización cambió este contacto después de que usted lo abrió. No se sobrescribió nada.',
    },
  },
  conversation_merged: {
    'pt-BR': { title: 'Conversa unida a outra', detail: 'As mensagens desta conversa estão agora em outra.' },
    en: { title: 'Conversation merged', detail: 'The messages of this conversation are in another one now.' },
    es: {
      title: 'Conversación unida a otra',
      detail: 'Los mensajes de esta conversación están ahora en otra.',
    },
  },
  merge_not_undoable: {
    'pt-BR': {
      title: 'União não pode ser desfeita',
      detail: 'Ela já foi desfeita, ou outra união veio depois dela: desfaça a mais recente primeiro.',
    },
    en: {
      title: 'Merge cannot be undone',
      detail: 'It was undone already, or another merge came after it: undo the newest first.',
    },
    es: {
      title: 'La unión no se puede deshacer',
      detail: 'Ya fue deshecha, u otra unión vino después: deshaga primero la más reciente.',
    },
  },
} as const satisfies Record<string, Record<Locale, { title: string; detail: string }>>;
