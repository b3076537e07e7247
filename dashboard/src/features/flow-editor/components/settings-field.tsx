import type { SettingProps } from '../lib/setting-props';
import { useFlowWords } from '../lib/use-words';
import { widgetOf } from '../lib/widgets';
import { BlockField } from './block-field';
import { CronField } from './cron-field';
import { DurationField } from './duration-field';
import { HoursField, ZoneField } from './hours-field';
import { JsonField } from './json-field';
import { ItemsField, VariantsField } from './nested-fields';
import { NextDates } from './next-dates';
import { PlainField } from './plain-field';
import { ReferenceField, ReferencesField } from './reference-field';
import { TemplateField } from './template-field';
import { TemplatesField } from './templates-field';
import { TestField } from './test-field';

/** The control that fits a setting, chosen by its name and shape. */
export function SettingField(props: SettingProps) {
  const words = useFlowWords();
  const { nodeId, kind, path, schema, errorAt, onChange } = props;
  const general = path.replaceAll(/\.\d+/g, '.*');
  const widget = widgetOf(kind, general, schema);
  const value = props.value ?? schema.default;
  const label = words.field(kind, general);
  const common = { label, hint: words.hint(kind, general), error: errorAt(path) };
  const text = typeof value === 'string' ? value : '';
  switch (widget.is) {
    case 'hidden':
      return null;
    case 'template': {
      const { lines } = widget;
      const most = schema.maxLength;
      return <TemplateField {...common} {...{ nodeId, lines, most, onChange }} value={text} />;
    }
    case 'messages':
    case 'templates':
      return <TemplatesField {...props} {...common} isMessages={widget.is === 'messages'} />;
    case 'test':
      return <TestField {...{ nodeId, label, path, value, errorAt, onChange }} />;
    case 'duration':
      return <DurationField {...common} schema={schema} value={value} onChange={onChange} />;
    case 'reference':
      return <ReferenceField {...common} type={widget.type} value={text} onChange={onChange} />;
    case 'references':
      return <ReferencesField {...common} type={widget.type} value={value} onChange={onChange} />;
    case 'block':
      return <BlockField {...common} nodeId={nodeId} value={text} onChange={onChange} />;
    case 'cron':
      return (
        <>
          <CronField {...common} value={text} onChange={onChange} />
          <NextDates nodeId={nodeId} />
        </>
      );
    case 'zone':
      return <ZoneField {...common} value={text} onChange={onChange} />;
    case 'hours':
      return <HoursField {...{ label, value, path, errorAt, onChange }} />;
    case 'json':
      return <JsonField {...common} value={value} onChange={onChange} />;
    case 'variants':
      return <VariantsField {...props} value={value} label={label} />;
    case 'group':
    case 'list':
      return <ItemsField {...props} value={value} label={label} isList={widget.is === 'list'} />;
    default:
      return <PlainField {...common} {...{ path, schema, value, onChange }} is={widget.is} />;
  }
}
