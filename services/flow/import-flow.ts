import { ErrorCode, ValidationError } from '../../domain/errors';
import { completeFlow, storable } from '../../domain/flow/complete';
import type { FlowDocument } from '../../domain/flow/document';
import type { Finding } from '../../domain/flow/finding';
import { type Need, importFlow } from '../../domain/flow/portable';
import { NODE_KINDS } from '../../domain/flow/registry';
import { importTypebot } from '../../domain/flow/typebot/import';
import type { Deps, TenantContext } from '../deps';
import { findingsOf } from './check-context';
import { saveNewFlow } from './create-flow';
import { onOwnNumbers } from './own-numbers';

export const IMPORT_FORMATS = ['prosa', 'typebot'] as const;

export interface LeftOut {
  name: string;
  type: string;
  reason: string;
}

/** What comes of a file. Every block of it is in one of the three: mapped, approximated, unmapped. */
export interface ImportReport {
  /** Of the draft. */
  nodes: number;
  mapped: number;
  approximated: number;
  approximations: LeftOut[];
  unmapped: LeftOut[];
  /** What is to be chosen again here. */
  needs: Need[];
  findings: Finding[];
}

/**
 * Brings a file as a new draft; with `dryRun`, only says what would come of it.
 *
 * @throws ValidationError for what is no file of that format
 */
export async function importAutomation(
  deps: Pick<Deps, 'db' | 'live' | 'env'>,
  ctx: TenantContext,
  input: {
    format: (typeof IMPORT_FORMATS)[number];
    document: unknown;
    name?: string | undefined;
    dryRun: boolean;
  },
): Promise<{ report: ImportReport; document: FlowDocument; id?: string }> {
  const read = input.format === 'typebot' ? readTypebotFile(input.document) : readOwnFile(input.document);
  const named = { ...read.document, name: input.name ?? read.document.name };
  const document = await onOwnNumbers(deps, ctx, named);
  const findings = await deps.db.withTenant(ctx.tenantId, (tx) =>
    findingsOf(tx, ctx.tenantId, undefined, document, deps.env),
  );
  const report = { ...read.report, findings };
  if (input.dryRun) return { report, document };
  const { id } = await saveNewFlow(deps, ctx, document);
  return { report, document, id };
}

type Read = { document: FlowDocument; report: Omit<ImportReport, 'findings'> };

function readOwnFile(input: unknown): Read {
  const named = typeof input === 'object' && input !== null && 'name' in input ? input.name : undefined;
  const name = typeof named === 'string' && named.trim() !== '' ? named.slice(0, 120) : 'Importada';
  const brought = importFlow(storable(completeFlow(input, name)));
  if (!brought.ok) throw refused(brought.problems);
  const { document, report } = brought;
  const unmapped = document.nodes
    .filter(({ kind }) => kind === 'placeholder' || !NODE_KINDS.has(kind))
    .map(({ title, kind }) => ({
      name: title,
      type: kind,
      reason: kind === 'placeholder' ? 'to be replaced' : 'there is no such block here',
    }));
  return {
    document,
    report: {
      nodes: report.nodes,
      mapped: report.nodes - unmapped.length,
      approximated: 0,
      approximations: [],
      unmapped,
      needs: report.needs,
    },
  };
}

function readTypebotFile(input: unknown): Read {
  const brought = importTypebot(input);
  const { mapped, approximated, unmapped } = brought.report;
  if (mapped + approximated.length + unmapped.length === 0) {
    throw refused([{ path: '', message: 'no blocks of a Typebot export in it' }]);
  }
  // What it made is a draft of ours: read again, so that nothing is stored that cannot be opened.
  const again = importFlow(storable(brought.document));
  if (!again.ok) throw refused(again.problems);
  return {
    document: again.document,
    report: {
      nodes: brought.report.nodes,
      mapped,
      approximated: approximated.length,
      approximations: approximated,
      unmapped,
      needs: again.report.needs,
    },
  };
}

function refused(problems: { path: string; message: string }[]): ValidationError {
  return new ValidationError(ErrorCode.validation_failed, 'Not a file of this format', {
    details: {
      fields: problems
        .slice(0, 50)
        .map(({ path, message }) => ({ path: path === '' ? 'document' : `document.${path}`, message })),
    },
  });
}
