import type { ChatwootClient } from '../adapters/chatwoot/client';
import type { EvolutionClient } from '../adapters/evolution/client';
import type { OutboundHttp } from '../adapters/http/outbound-http';
import type { Transform } from '../adapters/jsonata/transform';
import type { LiveEvents } from '../adapters/live/live-events';
import type { MediaStore } from '../adapters/media-store/media-store';
import type { Mailer } from '../adapters/mail/send-mail';
import type { Chat } from '../adapters/openai/chat';
import type { Complete } from '../adapters/openai/complete';
import type { DescribeImage } from '../adapters/openai/describe-image';
import type { Embed } from '../adapters/openai/embed';
import type { Transcribe } from '../adapters/openai/transcribe';
import type { Database } from '../adapters/postgres/database';
import type { Env } from '../config/env';
import type { Logger } from '../config/logger';
import type { WorkflowGateway } from './workflow-gateway';
import type { SecretBox } from './secret/secret-box';

/** What verbs work with. Each names the parts it needs; the processes' entry points make them once. */
export interface Deps {
  env: Env;
  log: Logger;
  db: Database;
  secrets: SecretBox;
  evolution: EvolutionClient;
  chatwoot: ChatwootClient;
  chat: Chat;
  /** The same model for plain text. */
  writeText: Chat;
  /** What automations ask a model. */
  complete: Complete;
  embed: Embed;
  transcribe: Transcribe;
  describeImage: DescribeImage;
  mediaStore: MediaStore;
  mailer: Mailer;
  /** Other systems, at addresses that tenants give. */
  outbound: OutboundHttp;
  /** JSONata that tenants write. */
  transform: Transform;
  live: LiveEvents;
  workflows: WorkflowGateway;
}

/** Who asks, of which tenant: the first argument of every verb on tenant data. */
export interface TenantContext {
  tenantId: string;
  userId: string;
  role: Role;
}

/** Built-in roles (S3.3). Each may do what the ones after it may. */
export const ROLES = ['SUPER_ADMIN', 'ORG_ADMIN', 'ORG_MANAGER', 'ORG_AGENT'] as const;
export type Role = (typeof ROLES)[number];
