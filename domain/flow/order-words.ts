import type { ConversationKind, FlowOutcome } from './order';
import { asText, type FlowObject, type FlowValue, isFlowObject } from './runtime/value';

/** A file to be sent: one of the tenant's own, or one that stands at an address. */
export interface FileToSend {
  type: 'image' | 'audio' | 'video' | 'document';
  /** https. */
  url?: string;
  /** Of `company_files`, or of `media`. */
  fileId?: string;
  mimeType?: string;
  fileName?: string;
}

/** One message of a node. */
export interface FlowWords {
  text: string;
  file?: FileToSend;
}

export interface Option {
  key: string;
  title: string;
  description: string;
}

const text = (value: FlowValue | undefined): string => asText(value).trim();
const list = (value: FlowValue | undefined): FlowValue[] => (Array.isArray(value) ? value : []);
const object = (value: FlowValue | undefined): FlowObject => (isFlowObject(value) ? value : {});

/** Buttons or rows of a node, or the choices of a question, in their order. */
export function optionsOf(kind: ConversationKind, settings: FlowObject): Option[] {
  if (kind === 'ask') {
    const choices = settings['answer'] === 'choice' ? list(settings['choices']) : [];
    return choices.map((title, index) => ({ key: String(index + 1), title: text(title), description: '' }));
  }
  const rows =
    kind === 'send_list'
      ? list(settings['sections']).flatMap((section) => list(object(section)['rows']))
      : list(settings['buttons']);
  return rows.map((row) => {
    const { key, title, description } = object(row);
    return { key: text(key), title: text(title), description: text(description) };
  });
}

/**
 * What a node says, message by message; empty ones are left out. Where a channel has no buttons and no lists, they are
 * numbered text (research: Evolution's are unreliable on Baileys).
 */
export function wordsOf(kind: ConversationKind, settings: FlowObject): FlowWords[] {
  return said(kind, settings).filter((words) => words.text !== '' || words.file !== undefined);
}

function said(kind: ConversationKind, settings: FlowObject): FlowWords[] {
  switch (kind) {
    case 'send_text':
      return list(settings['messages']).map((message) => ({ text: text(message) }));
    case 'send_media':
      return [{ text: text(settings['caption']), file: fileOf(settings) }];
    case 'send_buttons': {
      const footer = text(settings['footer']);
      return [{ text: paragraphs(text(settings['text']), numbered(optionsOf(kind, settings)), footer) }];
    }
    case 'send_list':
      return [{ text: paragraphs(text(settings['text']), ...sections(settings)) }];
    case 'ask':
      return [{ text: paragraphs(text(settings['question']), numbered(optionsOf(kind, settings))) }];
    default:
      return [];
  }
}

/** A name that ends a path is what people see of a document without one. */
function fileOf(settings: FlowObject): FileToSend {
  const from = object(settings['from']);
  const type = FILE_TYPES.find((known) => known === settings['type']) ?? 'document';
  const url = text(from['url']);
  const fileName = text(settings['fileName']) || (/\/([^/?#]+\.\w{1,5})(?:[?#]|$)/.exec(url)?.[1] ?? '');
  const mimeType = text(from['mimeType']);
  return {
    type,
    ...(from['by'] === 'file' ? { fileId: text(from['fileId']) } : { url }),
    ...(fileName === '' ? {} : { fileName }),
    ...(mimeType === '' ? {} : { mimeType }),
  };
}
const FILE_TYPES = ['image', 'audio', 'video', 'document'] as const;

function sections(settings: FlowObject): string[] {
  let first = 1;
  return list(settings['sections']).map((section) => {
    const { title } = object(section);
    const rows = optionsOf('send_list', { sections: [section] });
    const lines = numbered(rows, first);
    first += rows.length;
    return text(title) === '' ? lines : `*${text(title)}*\n${lines}`;
  });
}

function numbered(options: Option[], first = 1): string {
  return options
    .map(({ title, description }, index) => {
      const line = `${first + index}. ${title}`;
      return description === '' ? line : `${line}\n   ${description}`;
    })
    .join('\n');
}

function paragraphs(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** How a node leaves when a person has the conversation. */
export function personHasIt(handles: readonly string[]): FlowOutcome {
  return leaveBy(handles, 'taken_over', 'person_has_it', 'A person has the conversation');
}

/** How a node leaves when nothing came. */
export function timedOut(handles: readonly string[]): FlowOutcome {
  return leaveBy(handles, 'timed_out', 'timed_out', 'Nobody answered in time');
}

/** By a way, if the node has it; else as an error. */
export function leaveBy(
  handles: readonly string[],
  handle: string,
  type: string,
  message: string,
  output: FlowObject | null = null,
): FlowOutcome {
  return handles.includes(handle) ? { handle, output } : { error: { type, message } };
}
