import { Bot, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip } from '../../../components/chip';
import { IconButton } from '../../../components/icon-button';
import { useAgents } from '../../../lib/api/team-queries';
import type { Agent } from '../../../lib/api/types';
import { AgentDialog } from './agent-dialog';
import { Listed, ListedWords } from '../../../components/listed';

export function AgentsCard() {
  const { t } = useTranslation(['team', 'config']);
  const [edited, edit] = useState<Agent | 'new'>();
  return (
    <Card
      title={t('agents.title')}
      description={t('agents.detail')}
      aside={
        <Button icon={<Plus aria-hidden />} onClick={() => edit('new')}>
          {t('agents.new')}
        </Button>
      }
    >
      <Listed query={useAgents()} empty={t('agents.empty')} label={t('agents.title')}>
        {(agent) => (
          <>
            <Bot aria-hidden className="size-4 shrink-0 text-muted" />
            <ListedWords
              title={agent.name}
              detail={agent.instructions === '' ? t(`config:tone.${agent.tone}.label`) : agent.instructions}
            />
            {agent.isDefault && <Chip tone="ai">{t('agents.default')}</Chip>}
            <IconButton
              label={t('edit', { name: agent.name })}
              icon={<Pencil aria-hidden />}
              onClick={() => edit(agent)}
            />
          </>
        )}
      </Listed>
      {edited !== undefined && (
        <AgentDialog agent={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />
      )}
    </Card>
  );
}
