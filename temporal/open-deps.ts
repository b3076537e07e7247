import { resolve } from 'node:path';
import type { NativeConnection } from '@temporalio/worker';
import type { ActivityDeps } from '../activities/deps';
import { createChatwootClient } from '../adapters/chatwoot/client';
import { createEvolutionClient } from '../adapters/evolution/client';
import { createOutboundHttp } from '../adapters/http/outbound-http';
import { createTransform } from '../adapters/jsonata/transform';
import { createLocalLiveEvents } from '../adapters/live/live-events';
import { createRedisLiveEvents } from '../adapters/live/redis-live-events';
import { createDiskMediaStore } from '../adapters/media-store/disk-media-store';
import { createMailer } from '../adapters/mail/send-mail';
import { createChat } from '../adapters/openai/chat';
import { createComplete } from '../adapters/openai/complete';
import { createOpenAiClient } from '../adapters/openai/client';
import { createDescribeImage } from '../adapters/openai/describe-image';
import { createEmbed } from '../adapters/openai/embed';
import { createWriteText } from '../adapters/openai/write-text';
import { createTranscribe } from '../adapters/openai/transcribe';
import { openDatabase } from '../adapters/postgres/database';
import type { Env } from '../config/env';
import type { Logger } from '../config/logger';
import { followLive } from '../services/chatwoot/follow-live';
import { createEmbedQuestion } from '../services/knowledge/embed-question';
import { createSecretBox } from '../services/secret/secret-box';
import { createWorkflowGateway } from './client';

export type AppDeps = ActivityDeps & {
  /** Set when this process is the only one: live events need no Redis then. */
  localLive: ReturnType<typeof createLocalLiveEvents> | undefined;
  close(): Promise<void>;
};

/** Makes everything verbs and activities work with: once a process, from its settings. */
export async function openDeps(env: Env, log: Logger, connection: NativeConnection): Promise<AppDeps> {
  const db = openDatabase({
    url: env.database.url,
    embedded: env.database.embedded,
    log: (error) => log.warn({ err: error }, 'a database connection failed'),
  });
  const openai = createOpenAiClient(env.openai);
  const embed = createEmbed(openai, env.openai.embeddingModel);
  const evolution = createEvolutionClient(env.evolution);
  const outbound = createOutboundHttp({ allowedHosts: env.outboundAllowedHosts });
  const mailer = createMailer({ url: env.smtpUrl, from: env.mailFrom, log });
  const localLive = env.redisUrl === undefined ? createLocalLiveEvents() : undefined;
  const workflows = createWorkflowGateway(connection, env.temporal.namespace);
  const dashboards = localLive ?? (await createRedisLiveEvents(env.redisUrl ?? '', log));
  const live = followLive({ db, workflows, log }, dashboards);
  return {
    env,
    log,
    db,
    secrets: createSecretBox(env.encryptionKeys),
    evolution,
    chatwoot: createChatwootClient(outbound),
    chat: createChat(openai, env.openai.model),
    writeText: createWriteText(openai, env.openai.model),
    complete: createComplete(openai, env.openai.model),
    embed,
    transcribe: createTranscribe(openai, env.openai),
    describeImage: createDescribeImage(openai, env.openai.model),
    mediaStore: createDiskMediaStore(env.media.dir),
    embedQuestion: createEmbedQuestion(embed),
    mailer,
    outbound,
    transform: createTransform(resolve('dist/evaluate-jsonata.js')),
    live,
    localLive,
    workflows,
    async close() {
      await live.close();
      mailer.close();
      await evolution.close();
      await outbound.close();
      await db.close();
    },
  };
}
