import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BARE_OPERATORS,
  OPERATORS,
  type Rule,
  type RuleGroup,
} from '../../../../../domain/flow/runtime/rules';
import { scopeAt } from '../../../../../domain/flow/scope-at';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { IconButton } from '../../../components/icon-button';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import { Textarea } from '../../../components/textarea';
import { useEditorParts } from '../lib/editor-context';
import { useAnalysis } from '../lib/use-analysis';
import { variablesOf } from '../lib/variables';
import { TemplateField } from './template-field';

interface TestFieldProps {
  nodeId: string;
  label: string;
  value: unknown;
  path: string;
  errorAt: (path: string) => string | undefined;
  onChange: (value: unknown) => void;
}

const NEW_RULE: Rule = { left: '', operator: 'equals', right: '' };
const NEW_GROUP: RuleGroup = { join: 'all', rules: [NEW_RULE] };
const MOST_GROUPS = 5;
const MOST_RULES = 10;

interface Groups {
  join: 'all' | 'any';
  groups: RuleGroup[];
}

/** When something holds: rules in groups for everybody, an expression for who likes to write one. */
export function TestField({ nodeId, label, value, path, errorAt, onChange }: TestFieldProps) {
  const { t } = useTranslation('flow-editor');
  const { editor, readOnly } = useEditorParts();
  const test = (typeof value === 'object' && value !== null ? value : {}) as Partial<Groups> & {
    expression?: string;
  };
  const groups = test.groups ?? [NEW_GROUP];
  const join = test.join ?? 'all';
  const change = (next: RuleGroup[]) => onChange({ join, groups: next });
  return (
    <fieldset
      className="flex min-w-0 flex-col gap-3 rounded-card border border-divider p-3"
      disabled={readOnly}
    >
      <legend className="px-1 text-sm font-medium">{label}</legend>
      <Select
        aria-label={t('test.how', { label })}
        value={test.expression === undefined ? 'rules' : 'expression'}
        onChange={(event) =>
          onChange(event.target.value === 'rules' ? { join: 'all', groups: [NEW_GROUP] } : { expression: '' })
        }
      >
        <option value="rules">{t('test.rules')}</option>
        <option value="expression">{t('test.expression')}</option>
      </Select>
      {test.expression === undefined ? (
        <>
          {groups.length > 1 && (
            <Join
              label={t('test.groups')}
              value={join}
              onChange={(next) => onChange({ join: next, groups })}
            />
          )}
          {groups.map((group, at) => (
            <Group
              key={at}
              nodeId={nodeId}
              group={group}
              number={at + 1}
              errorAt={(rest) => errorAt(`${path}.groups.${at}.${rest}`)}
              onChange={(next) => change(groups.with(at, next))}
              onRemove={groups.length > 1 ? () => change(groups.toSpliced(at, 1)) : undefined}
            />
          ))}
          {groups.length < MOST_GROUPS && (
            <Button
              size="sm"
              variant="quiet"
              icon={<Plus aria-hidden />}
              onClick={() => change([...groups, NEW_GROUP])}
            >
              {t('test.addGroup')}
            </Button>
          )}
        </>
      ) : (
        <Field label={t('test.expression')} error={errorAt(`${path}.expression`)} hint={t('hint.expression')}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              spellCheck={false}
              className="font-mono"
              value={test.expression}
              onChange={(event) => onChange({ expression: event.target.value })}
              onBlur={() => editor.settle()}
            />
          )}
        </Field>
      )}
    </fieldset>
  );
}

function Join(props: { label: string; value: 'all' | 'any'; onChange: (value: 'all' | 'any') => void }) {
  const { t } = useTranslation('flow-editor');
  return (
    <Select
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value === 'any' ? 'any' : 'all')}
    >
      <option value="all">{t('test.all')}</option>
      <option value="any">{t('test.any')}</option>
    </Select>
  );
}

interface GroupProps {
  nodeId: string;
  group: RuleGroup;
  number: number;
  errorAt: (rest: string) => string | undefined;
  onChange: (group: RuleGroup) => void;
  onRemove: (() => void) | undefined;
}

function Group({ nodeId, group, number, errorAt, onChange, onRemove }: GroupProps) {
  const { t } = useTranslation('flow-editor');
  const { rules, join } = group;
  return (
    <div
      role="group"
      aria-label={t('test.group', { number })}
      className="flex flex-col gap-3 rounded-control bg-raised/50 p-2"
    >
      {(rules.length > 1 || onRemove) && (
        <div className="flex items-center gap-2">
          <Join
            label={t('test.inGroup', { number })}
            value={join}
            onChange={(next) => onChange({ ...group, join: next })}
          />
          {onRemove && (
            <IconButton
              label={t('test.removeGroup', { number })}
              icon={<Trash2 aria-hidden />}
              onClick={onRemove}
            />
          )}
        </div>
      )}
      {rules.map((rule, at) => (
        <RuleFields
          key={at}
          nodeId={nodeId}
          rule={rule}
          errorAt={(rest) => errorAt(`rules.${at}.${rest}`)}
          onChange={(next) => onChange({ ...group, rules: rules.with(at, next) })}
          onRemove={
            rules.length > 1 ? () => onChange({ ...group, rules: rules.toSpliced(at, 1) }) : undefined
          }
        />
      ))}
      {rules.length < MOST_RULES && (
        <Button
          size="sm"
          variant="quiet"
          icon={<Plus aria-hidden />}
          onClick={() => onChange({ ...group, rules: [...rules, NEW_RULE] })}
        >
          {t('test.addRule')}
        </Button>
      )}
    </div>
  );
}

interface RuleProps {
  nodeId: string;
  rule: Rule;
  errorAt: (rest: string) => string | undefined;
  onChange: (rule: Rule) => void;
  onRemove: (() => void) | undefined;
}

function RuleFields({ nodeId, rule, errorAt, onChange, onRemove }: RuleProps) {
  const { t } = useTranslation('flow-editor');
  const { editor } = useEditorParts();
  const { whole } = useAnalysis();
  const listId = useId();
  return (
    <div className="flex flex-col gap-2 border-l-2 border-divider pl-2">
      <Field label={t('test.left')} error={errorAt('left')}>
        {(control) => (
          <>
            <Input
              {...control}
              list={listId}
              spellCheck={false}
              value={rule.left}
              onChange={(event) => onChange({ ...rule, left: event.target.value.trim() })}
              onBlur={() => editor.settle()}
            />
            <datalist id={listId}>
              {variablesOf(scopeAt(whole, nodeId)).map(({ path }) => (
                <option key={path} value={path} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <div className="flex items-center gap-2">
        <Select
          aria-label={t('test.operator')}
          className="flex-1"
          value={rule.operator}
          onChange={(event) => {
            const operator = OPERATORS.find((each) => each === event.target.value) ?? 'equals';
            onChange({ ...rule, operator, right: BARE_OPERATORS.includes(operator) ? '' : rule.right });
          }}
        >
          {OPERATORS.map((operator) => (
            <option key={operator} value={operator}>
              {t(`operator.${operator}`)}
            </option>
          ))}
        </Select>
        {onRemove && (
          <IconButton label={t('test.removeRule')} icon={<Trash2 aria-hidden />} onClick={onRemove} />
        )}
      </div>
      {!BARE_OPERATORS.includes(rule.operator) && (
        <TemplateField
          nodeId={nodeId}
          label={t('test.right')}
          lines={1}
          value={rule.right}
          error={errorAt('right')}
          onChange={(right) => onChange({ ...rule, right })}
        />
      )}
    </div>
  );
}
