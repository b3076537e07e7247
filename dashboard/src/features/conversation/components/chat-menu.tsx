import {
  Bot,
  CircleCheck,
  Ellipsis,
  Forward,
  MessageSquareText,
  UserRoundCheck,
  Workflow,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { iconButtonClass } from '../../../components/icon-button';
import { PRIORITIES } from '../../../../../domain/conversation/priority';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../../components/menu';
import type { Priority } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';

const ICONS = {
  takeOver: <UserRoundCheck aria-hidden />,
  returnToAi: <Bot aria-hidden />,
  transfer: <Forward aria-hidden />,
  startFlow: <Workflow aria-hidden />,
  resolve: <CircleCheck aria-hidden />,
  explain: <MessageSquareText aria-hidden />,
};

interface ChatMenuProps {
  items: (keyof typeof ICONS)[];
  onChoose: (item: keyof typeof ICONS) => void;
  priority: Priority;
  onPriority: (priority: Priority) => void;
}

/** What can be done, too, and how soon it should be. */
export function ChatMenu({ items, onChoose, priority, onPriority }: ChatMenuProps) {
  const { t } = useTranslation('conversation');
  return (
    <Menu
      label={t('action.more')}
      trigger={
        <button
          type="button"
          aria-label={t('action.more')}
          className={cx(iconButtonClass, '-ml-1.5 max-sm:w-9')}
        >
          <Ellipsis aria-hidden />
        </button>
      }
    >
      {items.map((item) => (
        <MenuItem key={item} icon={ICONS[item]} onClick={() => onChoose(item)}>
          {t(`action.${item}`)}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuChoice
        label={t('priority.label')}
        value={priority}
        onChange={onPriority}
        options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
      />
    </Menu>
  );
}
