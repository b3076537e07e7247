import type { FlowDocument } from '../document';

export interface FlowTemplate {
  id: string;
  name: string;
  description: string;
  niche: string;
  /** What to connect or choose before publishing. */
  connect: string[];
  document: FlowDocument;
}

export const FLOW_TEMPLATES: readonly FlowTemplate[] = [];

export function findTemplate(id: string): FlowTemplate | undefined {
  return FLOW_TEMPLATES.find((template) => template.id === id);
}
