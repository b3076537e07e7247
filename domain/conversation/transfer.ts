/** To whom a conversation can be transferred (S2.38). */
export const TRANSFER_TARGETS = ['user', 'team', 'agent', 'number', 'group'] as const;
export type TransferTargetType = (typeof TRANSFER_TARGETS)[number];

/** As a workflow knows it: an id at most, never a number. */
export type TransferTarget = { type: TransferTargetType; id: string | null };

/** When the customer is told of a transfer: not at all, at once, or when the summary is there that the words ask for. */
export type CustomerNoticeTime = 'none' | 'now' | 'afterSummary';

/** What a notice may ask for, between two pairs of braces. */
export const NOTICE_VARIABLES = ['contact.name', 'summary', 'link'] as const;
export type NoticeVariable = (typeof NOTICE_VARIABLES)[number];

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Variables that nobody knows. */
export function unknownVariables(template: string): string[] {
  return variablesIn(template).filter((name) => !isKnown(name));
}

export function asksForSummary(template: string): boolean {
  return variablesIn(template).includes('summary');
}

/** Puts values in their places. A value is never read as a template itself; lines that only held nothing go. */
export function renderNotice(template: string, values: Record<NoticeVariable, string>): string {
  return template
    .replace(VARIABLE, (whole, name: string) => (isKnown(name) ? values[name] : whole))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function variablesIn(template: string): string[] {
  return [...template.matchAll(VARIABLE)].map(([, name = '']) => name);
}

function isKnown(name: string): name is NoticeVariable {
  return NOTICE_VARIABLES.some((known) => known === name);
}
