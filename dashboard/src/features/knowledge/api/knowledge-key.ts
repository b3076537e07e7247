export const knowledgeKey = (tenantId: string) => [tenantId, 'knowledge'] as const;
