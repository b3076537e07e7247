import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx';
import { useFormat } from '../lib/format/use-format';
import { MeterBar } from './meter-bar';

interface PassageCardProps {
  passage: { text: string; score: number; similarity: number; coverage: number };
  rank: number;
}

/** Longer ones are folded. */
const FOLDED_FROM = 220;

/** A passage of the knowledge with how well it fits a question. */
export function PassageCard({ passage, rank }: PassageCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const folds = passage.text.length > FOLDED_FROM;
  return (
    <article className="rounded-card border border-hairline p-3">
      <div className="flex items-center gap-2.5 text-sm">
        <span className="grid size-5 shrink-0 place-items-center rounded-full bg-raised text-xs text-text-2">
          {rank}
        </span>
        <MeterBar value={passage.score} tone="primary" className="flex-1" />
        <span className="shrink-0 font-semibold">{format.percent(passage.score)}</span>
      </div>
      <p
        className={cx(
          'mt-2 text-sm break-words whitespace-pre-line text-text-2',
          folds && !open && 'line-clamp-3',
        )}
      >
        {passage.text}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
        <span>{t('passage.similarity', { percent: format.percent(passage.similarity) })}</span>
        <span>{t('passage.coverage', { percent: format.percent(passage.coverage) })}</span>
        {folds && (
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="ring-focus ml-auto rounded-xs text-primary-text underline-offset-2 hover:underline pointer-coarse:py-1.5"
          >
            {open ? t('passage.less') : t('passage.more')}
          </button>
        )}
      </div>
    </article>
  );
}
