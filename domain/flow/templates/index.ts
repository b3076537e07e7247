import { ADVICE_TEMPLATES } from './advice';
import type { FlowTemplate } from './draw';
import { SALES_TEMPLATES } from './sales';
import { SERVICE_TEMPLATES } from './services';

/** Drawings to begin with, in pt-BR: the language of who uses them. */
export const FLOW_TEMPLATES: readonly FlowTemplate[] = [
  ...SERVICE_TEMPLATES,
  ...SALES_TEMPLATES,
  ...ADVICE_TEMPLATES,
];

export function findTemplate(id: string): FlowTemplate | undefined {
  return FLOW_TEMPLATES.find((template) => template.id === id);
}
