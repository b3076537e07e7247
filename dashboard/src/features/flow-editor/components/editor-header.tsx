import { Link } from '@tanstack/react-router';
import {
  Activity,
  ArrowLeft,
  CircleAlert,
  CircleHelp,
  ListTree,
  Play,
  Redo2,
  Settings2,
  Undo2,
  Workflow,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Chip } from '../../../components/chip';
import { IconButton, iconButtonClass } from '../../../components/icon-button';
import type { Automation } from '../api/api';
import { useDocument, useEditorParts, useEditorPiece, useViewPiece } from '../lib/editor-context';
import type { SaveState } from '../lib/use-autosave';
import { useActions } from '../lib/use-actions';
import { useAnalysis } from '../lib/use-analysis';
import { changeView } from '../lib/view-state';

interface EditorHeaderProps {
  automation: Automation;
  saving: SaveState;
  onSaveAgain: () => void;
  onPublish: (() => void) | undefined;
  canSimulate: boolean;
  canWatch: boolean;
}

/** What this is, how it stands, and the two things to do with it: try it, publish it. */
export function EditorHeader(props: EditorHeaderProps) {
  const { t } = useTranslation('flow-editor');
  const { automation, saving, onSaveAgain, onPublish, canSimulate, canWatch } = props;
  const { view, readOnly } = useEditorParts();
  const { name } = useDocument();
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-divider bg-surface px-2 py-1.5 sm:px-3">
      <Link to="/automations" aria-label={t('header.back')} className={iconButtonClass}>
        <ArrowLeft aria-hidden />
      </Link>
      <h1 className="min-w-0 truncate text-md font-semibold max-sm:flex-1">{name}</h1>
      <PublishedChip automation={automation} />
      {readOnly ? (
        <Chip>{t('header.readOnly')}</Chip>
      ) : (
        <SaveNote saving={saving} onSaveAgain={onSaveAgain} />
      )}
      <span className="flex-1 max-sm:hidden" />
      <span className="flex flex-wrap items-center justify-end gap-1 max-sm:w-full max-sm:gap-0">
        {!readOnly && <UndoButtons />}
        <ViewButtons />
        <ProblemsButton />
        {canWatch && <LiveButton />}
        {canSimulate && (
          <Button
            icon={<Play aria-hidden />}
            aria-label={t('header.simulate')}
            onClick={() => changeView(view, { simulator: !view.get().simulator })}
          >
            <span className="max-sm:hidden">{t('header.simulate')}</span>
          </Button>
        )}
        {onPublish && !readOnly && (
          <Button variant="primary" onClick={onPublish}>
            {t('header.publish')}
          </Button>
        )}
      </span>
    </header>
  );
}

function PublishedChip({ automation: { published, status } }: Pick<EditorHeaderProps, 'automation'>) {
  const { t } = useTranslation('flow-editor');
  if (published === null) return <Chip dot>{t('header.draft')}</Chip>;
  return (
    <Chip tone={status === 'paused' ? 'warning' : 'success'} dot>
      {t(status === 'paused' ? 'header.paused' : 'header.published', { number: published })}
    </Chip>
  );
}

function UndoButtons() {
  const { t } = useTranslation('flow-editor');
  const { undo, redo } = useActions();
  const before = useEditorPiece(({ history }) => history.past.at(-1)?.label);
  const after = useEditorPiece(({ history }) => history.future.at(-1)?.label);
  return (
    <>
      <IconButton
        label={before === undefined ? t('header.undoNothing') : t('header.undo', { label: before })}
        icon={<Undo2 aria-hidden />}
        disabled={before === undefined}
        onClick={undo}
      />
      <IconButton
        label={after === undefined ? t('header.redoNothing') : t('header.redo', { label: after })}
        icon={<Redo2 aria-hidden />}
        disabled={after === undefined}
        onClick={redo}
      />
    </>
  );
}

function ViewButtons() {
  const { t } = useTranslation('flow-editor');
  const { view } = useEditorParts();
  const mode = useViewPiece((state) => state.view);
  return (
    <>
      <IconButton
        label={t(mode === 'canvas' ? 'header.script' : 'header.canvas')}
        icon={mode === 'canvas' ? <ListTree aria-hidden /> : <Workflow aria-hidden />}
        onClick={() => changeView(view, { view: mode === 'canvas' ? 'script' : 'canvas' })}
      />
      <IconButton
        label={t('header.settings')}
        icon={<Settings2 aria-hidden />}
        onClick={() => changeView(view, { inspector: true, problems: false })}
      />
      <IconButton
        label={t('header.help')}
        icon={<CircleHelp aria-hidden />}
        onClick={() => changeView(view, { dialog: 'help' })}
        className="max-sm:hidden"
      />
    </>
  );
}

function LiveButton() {
  const { t } = useTranslation('flow-editor');
  const { view } = useEditorParts();
  const isOn = useViewPiece((state) => state.live);
  return (
    <Button
      variant={isOn ? 'outline' : 'ghost'}
      aria-pressed={isOn}
      icon={<Activity aria-hidden />}
      onClick={() => changeView(view, { live: !isOn })}
      // A phone has no room for it; the page of runs tells the same.
      className="max-sm:hidden"
    >
      {t('header.live')}
    </Button>
  );
}

function ProblemsButton() {
  const { t } = useTranslation('flow-editor');
  const { view } = useEditorParts();
  const isOpen = useViewPiece((state) => state.problems);
  const { findings } = useAnalysis();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <Button
      variant={errors > 0 ? 'outline' : 'ghost'}
      aria-pressed={isOpen}
      aria-label={t('header.problems', { count: findings.length })}
      icon={errors > 0 ? <CircleAlert aria-hidden className="text-danger" /> : undefined}
      onClick={() => changeView(view, { problems: !isOpen })}
    >
      <span className="max-sm:hidden">{t('header.problems', { count: findings.length })}</span>
      <span className="sm:hidden">{findings.length}</span>
    </Button>
  );
}

function SaveNote({ saving, onSaveAgain }: Pick<EditorHeaderProps, 'saving' | 'onSaveAgain'>) {
  const { t } = useTranslation('flow-editor');
  if (saving === 'failed') {
    return (
      <Button size="sm" variant="quiet" onClick={onSaveAgain}>
        {t('save.failed')}
      </Button>
    );
  }
  return (
    <span role="status" className="text-sm text-muted">
      {t(`save.${saving}`)}
    </span>
  );
}
