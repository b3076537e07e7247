import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../lib/cx';
import { Tooltip } from './tooltip';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** Its name, for the tooltip and for screen readers. */
  label: string;
  icon: ReactNode;
  tooltipSide?: 'top' | 'bottom' | 'left' | 'right';
}

export function IconButton({ label, icon, tooltipSide = 'bottom', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip
      label={label}
      side={tooltipSide}
      trigger={
        <button type="button" {...rest} aria-label={label} className={cx(iconButtonClass, className)}>
          {icon}
        </button>
      }
    />
  );
}

export const iconButtonClass = cx(
  'ring-focus grid size-8 shrink-0 place-items-center rounded-control text-text-2 transition-colors duration-120 [&_svg]:size-[18px]',
  'hover:not-disabled:bg-raised hover:not-disabled:text-text disabled:opacity-45 pointer-coarse:size-11',
);
