import { Bot, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip } from '../../../components/chip';
import { IconButton } from '../../../components/icon-button';
import { useAgents } from '../../../lib/api/team-queries';
import type { Agent } from '../../../lib/api/types';
import { useWorkload } from '../../../lib/api/workload-query';
import { useFormat } from '../../../lib/format/use-format';
import { AgentDialog } from './agent-dialog';
import { Listed, ListedWords } from '../../../components/listed';

export function AgentsCard() {
  const { t } = useTranslation(['team', 'config']);
  const format = useFormat();
  const loads = useWorkload().data?.agents;
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
        {(agent) => {
          const load = loads?.find(({ id }) => id === agent.id);
          return (
            <>
              <Bot aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1">
                <ListedWords
                  title={agent.name}
                  detail={
                    agent.instructions === '' ? t(`config:tone.${agent.tone}.label`) : agent.instructions
                  }
                />
                {load !== undefined && load.active > 0 && (
                  <span className="block text-sm text-text-2">
                    {t('agents.load', {
                      count: load.active,
                      answered: format.number(load.answered),
                      handedOver: format.number(load.handedOver),
                    })}
                  </span>
                )}
              </span>
              {agent.isDefault && <Chip tone="ai">{t('agents.default')}</Chip>}
              <IconButton
                label={t('edit', { name: agent.name })}
                icon={<Pencil aria-hidden />}
                onClick={() => edit(agent)}
              />
            </>
          );
        }}
      </Listed>
      {edited !== undefined && (
        <AgentDialog agent={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />
      )}
    </Card>
  );
}
