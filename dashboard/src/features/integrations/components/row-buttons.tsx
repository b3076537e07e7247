import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button';

export function RowButtons(props: { name: string; onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation('integrations');
  const { name } = props;
  return (
    <span className="flex shrink-0">
      <IconButton label={t('edit', { name })} icon={<Pencil aria-hidden />} onClick={props.onEdit} />
      <IconButton label={t('remove.of', { name })} icon={<Trash2 aria-hidden />} onClick={props.onRemove} />
    </span>
  );
}
