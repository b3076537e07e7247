import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import { buildPrompt } from '../../domain/agent/build-prompt';
import { confidenceOf, type ScoredPassage } from '../../domain/agent/confidence';
import { parseModelReply } from '../../domain/agent/model-reply';
import { Tone } from '../../domain/agent/tone';
import { asText, type FlowObject } from '../../domain/flow/runtime/value';
import type { Deps } from '../deps';
import type { EmbedQuestion } from '../knowledge/embed-question';
import { searchKnowledge } from '../knowledge/search-knowledge';

type DocumentsDeps = Pick<Deps, 'db' | 'chat'> & { embedQuestion: EmbedQuestion };

/** In whose name it is answered. */
interface Speaker {
  tenantName: string;
  tone: Tone;
  localTime: string;
}

export interface AskedOfDocuments extends Speaker {
  /** Of a `rag_answer`, filled in. */
  settings: FlowObject;
  contactName: string | null;
}

export interface DocumentsAnswer {
  /** As sure as the node wants it. */
  confident: boolean;
  output: FlowObject;
}

export async function speakerOf(tx: Transaction, tenantId: string): Promise<Speaker> {
  const tenant = await tx.tenant.findUniqueOrThrow({
    where: { id: tenantId },
    select: { name: true, timeZone: true },
  });
  const config = await tx.botConfig.findUniqueOrThrow({ where: { tenantId }, select: { tone: true } });
  const clock = { timeZone: tenant.timeZone, dateStyle: 'full', timeStyle: 'short' } as const;
  return {
    tenantName: tenant.name,
    tone: Object.values(Tone).find((tone) => tone === config.tone) ?? Tone.casual,
    localTime: new Date().toLocaleString('pt-BR', clock),
  };
}

/**
 * What the tenant's documents say to a question, in a model's words.
 *
 * @throws ProviderUnavailableError, ProviderRejectedError as the model does
 */
export async function answerFromDocuments(
  deps: DocumentsDeps,
  tenantId: string,
  { settings, tenantName, contactName, tone: manner, localTime }: AskedOfDocuments,
  signal?: AbortSignal,
): Promise<DocumentsAnswer> {
  const question = asText(settings['question']);
  const passages = await findPassages(deps, tenantId, settings, question, signal);
  const tone = asText(settings['tone']);
  const prompt = buildPrompt({
    tenantName,
    contactName,
    tone: manner,
    localTime,
    ...(tone === '' ? {} : { instructions: `Tom da resposta: ${tone}` }),
    timeline: [{ seq: 1, author: 'customer', kind: 'text', text: question, sender: null }],
    answeredSeq: 0,
    passages,
  });
  const { content } = await deps.chat(prompt, signal);
  const parsed = parseModelReply(content);
  const confidence = confidenceOf(parsed, passages).value;
  const text =
    parsed.kind === 'structured' ? parsed.reply.answer.trim() : parsed.kind === 'plain' ? parsed.text : '';
  const sources = [...new Set(passages.map(({ document }) => document))];
  const wanted = Number(settings['confidence'] ?? 0.5);
  return {
    confident: text !== '' && confidence >= wanted,
    output: { texto: text, fontes: sources, confianca: confidence },
  };
}

/** How many are looked at for each that is wanted: others' documents are among them. */
const LOOKED_AT = 4;

/** The best passages of the documents that the node names. */
async function findPassages(
  deps: DocumentsDeps,
  tenantId: string,
  settings: FlowObject,
  question: string,
  signal?: AbortSignal,
): Promise<ScoredPassage[]> {
  const topK = Number(settings['topK'] ?? 5);
  const documentIds = Array.isArray(settings['knowledgeIds'])
    ? settings['knowledgeIds'].map(asText).filter(isUuid)
    : [];
  const search = { question, limit: topK * LOOKED_AT, ...(signal === undefined ? {} : { signal }) };
  const { passages } = await searchKnowledge(deps, { tenantId }, search);
  const theirs = await deps.db.withTenant(tenantId, (tx) =>
    tx.chunk.findMany({
      where: { tenantId, id: { in: passages.map(({ id }) => id) }, documentId: { in: documentIds } },
      select: { id: true },
    }),
  );
  const known = new Set(theirs.map(({ id }) => id));
  return passages.filter(({ id }) => known.has(id)).slice(0, topK);
}

function isUuid(id: string): boolean {
  return z.uuid().safeParse(id).success;
}
