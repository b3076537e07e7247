import type { Shape } from '../define-node';

export const CONTACT: Shape = {
  id: 'text',
  nome: 'text',
  telefone: 'text',
  email: 'text',
  etiquetas: 'list',
  criado_em: 'date',
  campos: 'any',
};

export const CONVERSATION: Shape = { id: 'text', estado: 'text', canal: 'text', aberta_em: 'date' };

export const COMPANY: Shape = { nome: 'text', fuso: 'text' };

export const FAILURE: Shape = { tipo: 'text', mensagem: 'text', bloco: 'text' };

/** A file that a customer sent, or that a node made. */
export const MEDIA: Shape = { tipo: 'text', nome: 'text', url: 'text', texto: 'text' };
