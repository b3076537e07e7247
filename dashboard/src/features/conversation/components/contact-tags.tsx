import { Plus, Tag as TagIcon, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { ColorDot } from '../../../components/color-dot';
import { Menu, MenuItem, MenuSeparator } from '../../../components/menu';
import { TagDialog } from '../../../components/tag-dialog';
import { useTags } from '../../../lib/api/tag-queries';
import { useMay } from '../../../lib/session/use-session';
import { useContact } from '../../../lib/api/contact-queries';
import { useChangeContactTags } from '../api/use-contact-notes';

/** What this person is marked with. Without an answer of the API there is nothing here: the section below says why. */
export function ContactTags({ contactId }: { contactId: string }) {
  const { t } = useTranslation('conversation');
  const given = useContact(contactId).data?.tags;
  const all = useTags().data ?? [];
  const change = useChangeContactTags(contactId);
  const mayCreate = useMay('ORG_MANAGER');
  const [creating, setCreating] = useState(false);
  if (given === undefined) return null;
  const ids = given.map(({ id }) => id);
  const others = all.filter(({ id }) => !ids.includes(id));
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-muted">{t('tags.title')}</h3>
      {given.length > 0 && (
        <ul aria-label={t('tags.title')} className="mb-2 flex flex-wrap gap-1.5">
          {given.map((tag) => (
            <li
              key={tag.id}
              className="inline-flex max-w-full items-center gap-1.5 rounded-full bg-text/7 pl-2 text-sm"
            >
              <ColorDot color={tag.color} />
              <span className="truncate">{tag.name}</span>
              <button
                type="button"
                aria-label={t('tags.remove', { name: tag.name })}
                onClick={() => change.mutate({ remove: [tag.id] })}
                className="ring-focus grid size-6 shrink-0 place-items-center rounded-full text-muted hover:bg-raised hover:text-text pointer-coarse:size-9 [&_svg]:size-3.5"
              >
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {(others.length > 0 || mayCreate) && (
        <Menu
          label={t('tags.add')}
          align="start"
          trigger={
            <Button size="sm" icon={<Plus aria-hidden />} busy={change.isPending}>
              {t('tags.add')}
            </Button>
          }
        >
          {others.map((tag) => (
            <MenuItem
              key={tag.id}
              icon={<ColorDot color={tag.color} />}
              onClick={() => change.mutate({ add: [tag.id] })}
            >
              <span className="max-w-60 truncate">{tag.name}</span>
            </MenuItem>
          ))}
          {others.length > 0 && mayCreate && <MenuSeparator />}
          {mayCreate && (
            <MenuItem icon={<TagIcon aria-hidden />} onClick={() => setCreating(true)}>
              {t('tags.create')}
            </MenuItem>
          )}
        </Menu>
      )}
      {others.length === 0 && given.length === 0 && !mayCreate && (
        <p className="text-sm text-text-2">{t('tags.none')}</p>
      )}
      {creating && (
        <TagDialog
          tag={undefined}
          onSaved={(id) => change.mutate({ add: [id] })}
          onClose={() => setCreating(false)}
        />
      )}
    </section>
  );
}
