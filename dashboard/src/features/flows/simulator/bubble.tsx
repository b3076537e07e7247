import { useTranslation } from 'react-i18next';
import type { SimulatedLine } from '../../../../../domain/flow/simulate/simulation';
import { Button } from '../../../components/button';
import { cx } from '../../../lib/cx';

interface BubbleProps {
  line: Pick<SimulatedLine, 'from' | 'text' | 'options' | 'media'>;
  /** Undefined: its options are only to be looked at. */
  onTap?: ((option: string) => void) | undefined;
}

/** Something that was said, with what may be tapped below it. */
export function Bubble({ line, onTap }: BubbleProps) {
  const { t } = useTranslation('flows');
  const mine = line.from === 'customer';
  const media = line.media?.['tipo'];
  return (
    <div className={cx('flex max-w-[85%] flex-col gap-1.5', mine ? 'self-end' : 'self-start')}>
      <div
        className={cx(
          'rounded-card px-3 py-2 break-words whitespace-pre-line',
          mine ? 'bg-bubble-contact' : 'bg-bubble-ai',
        )}
      >
        <span className="sr-only">{t(mine ? 'simulator.customer' : 'simulator.flow')}: </span>
        {typeof media === 'string' && <span className="block text-sm text-text-2">[{media}]</span>}
        {line.text}
      </div>
      {line.options.map(({ key, title }) => (
        <Button key={key} size="sm" disabled={onTap === undefined} onClick={() => onTap?.(key)}>
          {title}
        </Button>
      ))}
    </div>
  );
}
