import { Bot, CircleCheck, Ellipsis, MessageSquareText, UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { iconButtonClass } from '../../../components/icon-button';
import { Menu, MenuItem } from '../../../components/menu';
import { cx } from '../../../lib/cx';

const ICONS = {
  takeOver: <UserRoundCheck aria-hidden />,
  returnToAi: <Bot aria-hidden />,
  resolve: <CircleCheck aria-hidden />,
  explain: <MessageSquareText aria-hidden />,
};

interface ChatMenuProps {
  items: (keyof typeof ICONS)[];
  onChoose: (item: keyof typeof ICONS) => void;
}

/** What can be done, too; nothing where there is nothing. */
export function ChatMenu({ items, onChoose }: ChatMenuProps) {
  const { t } = useTranslation('conversation');
  if (items.length === 0) return null;
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
    </Menu>
  );
}
