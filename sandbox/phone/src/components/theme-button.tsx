import { Moon, Sun } from 'lucide-react';
import { strings } from '../strings';
import { useTheme } from '../use-theme';
import { IconButton } from './icon-button';

export function ThemeButton({ className }: { className?: string }) {
  const { theme, toggle } = useTheme();
  return (
    <IconButton
      icon={theme === 'light' ? Moon : Sun}
      label={theme === 'light' ? strings.theme.toDark : strings.theme.toLight}
      onClick={toggle}
      className={className}
    />
  );
}
