import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ColorDot } from '../../../components/color-dot';
import { Listed, ListedWords } from '../../../components/listed';
import { TagDialog } from '../../../components/tag-dialog';
import { useRemoveTag, useTags } from '../../../lib/api/tag-queries';
import type { Tag } from '../../../lib/api/types';
import { RemoveDialog } from './remove-dialog';
import { RowButtons } from './row-buttons';

/** What contacts are marked with. */
export function TagsCard() {
  const { t } = useTranslation('integrations');
  const [edited, edit] = useState<Tag | 'new'>();
  const [removed, setRemoved] = useState<Tag>();
  const remove = useRemoveTag();
  return (
    <Card
      title={t('tags.title')}
      description={t('tags.detail')}
      aside={
        <Button icon={<Plus aria-hidden />} onClick={() => edit('new')}>
          {t('tags.new')}
        </Button>
      }
    >
      <Listed query={useTags()} empty={t('tags.empty')} label={t('tags.title')}>
        {(tag) => (
          <>
            <ColorDot color={tag.color} />
            <ListedWords title={tag.name} detail={t('tags.contacts', { count: tag.contacts })} />
            <RowButtons name={tag.name} onEdit={() => edit(tag)} onRemove={() => setRemoved(tag)} />
          </>
        )}
      </Listed>
      {edited !== undefined && (
        <TagDialog tag={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />
      )}
      {removed !== undefined && (
        <RemoveDialog
          item={removed}
          consequence={
            removed.contacts === 0 ? t('tags.removalUnused') : t('tags.removal', { count: removed.contacts })
          }
          remove={remove}
          onClose={() => {
            remove.reset();
            setRemoved(undefined);
          }}
        />
      )}
    </Card>
  );
}
