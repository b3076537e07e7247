import type { CheckContext } from './checks/context';
import { checkDrawing } from './checks/drawing';
import { checkTenant } from './checks/tenant';
import { checkWhatsApp } from './checks/whatsapp';
import { checkWritings } from './checks/writings';
import type { FlowDocument } from './document';
import { type Finding, type Severity, finding } from './finding';
import { type FlowGraph, buildGraph } from './graph';
import { repeated, variableName } from './nodes/fields';

const RANK: Record<Severity, number> = { error: 0, warning: 1, hint: 2 };

/** All that is wrong or odd, worst first. The editor asks at every change, the API before publishing. Never throws. */
export function checkFlow(document: FlowDocument, context: CheckContext = {}): Finding[] {
  return checkGraph(buildGraph(document), context);
}

export function checkGraph(graph: FlowGraph, context: CheckContext = {}): Finding[] {
  const found = [
    ...graph.findings.filter((each) => !isAllowed(each, context)),
    ...checkDrawing(graph, context),
    ...checkVariables(graph),
    ...checkWritings(graph),
    ...checkTenant(graph, context),
    ...checkWhatsApp(graph, context),
  ];
  return found.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/** An address inside, at a host that this installation calls all the same. */
function isAllowed({ data }: Finding, { allowedHosts = [] }: CheckContext): boolean {
  if (typeof data?.host !== 'string') return false;
  return allowedHosts.includes(data.host) || allowedHosts.includes(data.host.replace(/:\d+$/, ''));
}

function checkVariables({ document }: FlowGraph): Finding[] {
  const names = document.variables.map(({ name }) => name);
  return [
    ...repeated(names).map((index) => finding('duplicate_variable', { field: `variables.${index}.name` })),
    ...names.flatMap((name, index) =>
      variableName.safeParse(name).success
        ? []
        : [finding('reserved_name', { field: `variables.${index}.name` })],
    ),
  ];
}
