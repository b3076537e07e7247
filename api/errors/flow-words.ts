import type { Locale } from './locale';

/** What callers read for refusals about automations. */
export const FLOW_ERROR_WORDS = {
  flow_invalid: {
    'pt-BR': {
      title: 'A automação tem erros',
      detail: 'Corrija os problemas indicados e publique de novo. Nada foi publicado.',
    },
    en: {
      title: 'The automation has errors',
      detail: 'Repair the problems listed and publish again. Nothing was published.',
    },
    es: {
      title: 'La automatización tiene errores',
      detail: 'Corrija los problemas indicados y publique de nuevo. No se publicó nada.',
    },
  },
  draft_changed: {
    'pt-BR': {
      title: 'O rascunho mudou',
      detail: 'Outra pessoa salvou este rascunho depois que você o abriu. Nada foi sobrescrito.',
    },
    en: {
      title: 'The draft has changed',
      detail: 'Somebody saved this draft after you opened it. Nothing was overwritten.',
    },
    es: {
      title: 'El borrador cambió',
      detail: 'Otra persona guardó este borrador después de que usted lo abrió. No se sobrescribió nada.',
    },
  },
  flow_locked: {
    'pt-BR': { title: 'Outra pessoa está editando', detail: 'Espere, ou assuma a edição.' },
    en: { title: 'Somebody else is editing', detail: 'Wait, or take over the editing.' },
    es: { title: 'Otra persona está editando', detail: 'Espere, o asuma la edición.' },
  },
  runs_in_flight: {
    'pt-BR': {
      title: 'Há execuções em andamento',
      detail: 'Cancele-as junto, ou espere que terminem. Nada foi excluído.',
    },
    en: {
      title: 'Runs are under way',
      detail: 'Cancel them along with it, or wait for their end. Nothing was removed.',
    },
    es: {
      title: 'Hay ejecuciones en curso',
      detail: 'Cancélelas junto, o espere a que terminen. No se eliminó nada.',
    },
  },
  not_published: {
    'pt-BR': { title: 'Ainda não publicada', detail: 'Publique a automação para executá-la.' },
    en: { title: 'Not published yet', detail: 'Publish the automation to run it.' },
    es: { title: 'Aún no publicada', detail: 'Publique la automatización para ejecutarla.' },
  },
  flow_paused: {
    'pt-BR': { title: 'Automação pausada', detail: 'Retome a automação para executá-la.' },
    en: { title: 'The automation is paused', detail: 'Resume the automation to run it.' },
    es: { title: 'Automatización en pausa', detail: 'Reanude la automatización para ejecutarla.' },
  },
  run_not_over: {
    'pt-BR': {
      title: 'A execução não terminou',
      detail: 'Só se repete uma execução que terminou. Cancele-a antes, se for o caso.',
    },
    en: {
      title: 'The run is not over',
      detail: 'Only a run that is over is repeated. Cancel it first, if need be.',
    },
    es: {
      title: 'La ejecución no terminó',
      detail: 'Solo se repite una ejecución terminada. Cancélela antes, si hace falta.',
    },
  },
  file_in_use: {
    'pt-BR': {
      title: 'Arquivo em uso',
      detail: 'Uma automação publicada envia este arquivo. Troque-o lá antes de apagar.',
    },
    en: {
      title: 'File in use',
      detail: 'A published automation sends this file. Change it there before you delete it.',
    },
    es: {
      title: 'Archivo en uso',
      detail: 'Una automatización publicada envía este archivo. Cámbielo allí antes de eliminarlo.',
    },
  },
} as const satisfies Record<string, Record<Locale, { title: string; detail: string }>>;
