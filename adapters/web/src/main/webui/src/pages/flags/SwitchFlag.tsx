import { Alert, Group, Radio, SimpleGrid, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { useAct, violationsOf } from '../../widgets/act';
import { fieldOf, instantOf, MomentField, wrongIfOver } from '../../widgets/MomentField';
import { OrganizationSelect, scopeOf, scopeValue, useScopeName } from '../../widgets/organizations';
import { CHANGED, restore, setState, type Flag, type FlagState } from './states';

const t = texts.flags;

interface Fields {
  on: 'on' | 'off';
  for: 'enterprise' | 'organization';
  organization: string | null;
  from: string;
  until: string;
  reason: string;
}

interface SwitchFlagProps {
  flag: Flag;
  /** What is to become the opposite; null to choose everything. */
  preset: FlagState | null;
  onClose: () => void;
}

/** Switches a flag in one place, and says before what that does. */
export function SwitchFlag({ flag, preset, onClose }: SwitchFlagProps) {
  const nameOf = useScopeName();
  const form = useForm<Fields>({
    initialValues: {
      on: preset?.on ? 'off' : 'on',
      for: preset?.scope ? 'organization' : 'enterprise',
      organization: preset?.scope ? scopeValue(preset.scope) : null,
      from: fieldOf(preset?.from ?? null),
      until: fieldOf(preset?.until ?? null),
      reason: '',
    },
    validate: {
      organization: (value, fields) =>
        fields.for === 'organization' && value === null ? t.organizationMissing : null,
      until: (until, { from }) => {
        if (until !== '' && from !== '' && until <= from) {
          return t.untilBeforeFrom;
        }
        return wrongIfOver(until);
      },
    },
  });
  const act = useAct({
    act: (fields: Fields) =>
      setState(flag.key, {
        on: fields.on === 'on',
        scope: scopeIn(fields) ?? undefined,
        from: instantOf(fields.from),
        until: instantOf(fields.until),
        reason: fields.reason.trim(),
      }),
    done: (_, fields) => t.switched(flag.key, fields.on === 'on', nameOf(scopeIn(fields))),
    undo: (_, fields) => restore(flag, scopeIn(fields)),
    changes: CHANGED,
    onDone: onClose,
    saysFailure: false,
  });
  const violations = violationsOf(act.error);
  const { values } = form;
  return (
    <ActForm
      onSubmit={form.onSubmit((fields) => {
        act.mutate(fields);
      })}
      onCancel={onClose}
      action={values.on === 'on' ? t.switchOn : t.switchOff}
      isBusy={act.isPending}
      isDisabled={values.reason.trim() === ''}
      error={act.error}
      fields={['from', 'until', 'reason']}
    >
      <Radio.Group label={t.state} {...form.getInputProps('on')}>
        <Group mt={6}>
          <Radio value="on" label={t.on} />
          <Radio value="off" label={t.off} />
        </Group>
      </Radio.Group>
      <Radio.Group label={t.for} {...form.getInputProps('for')}>
        <Group mt={6}>
          <Radio value="enterprise" label={texts.common.enterprise} />
          <Radio value="organization" label={t.oneOrganization} />
        </Group>
      </Radio.Group>
      {values.for === 'organization' && (
        <OrganizationSelect withAsterisk {...form.getInputProps('organization')} />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <MomentField
          label={t.from}
          {...form.getInputProps('from')}
          error={form.errors.from ?? violations.from}
        />
        <MomentField
          label={t.until}
          {...form.getInputProps('until')}
          error={form.errors.until ?? violations.until}
        />
      </SimpleGrid>
      <Textarea
        label={t.reason}
        description={t.reasonNote}
        required
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
        error={violations.reason}
      />
      <Alert variant="light" role="status" p="xs">
        {consequence(values)} {(values.from !== '' || values.until !== '') && t.will.scheduled}
      </Alert>
    </ActForm>
  );
}

function scopeIn(fields: Fields) {
  return fields.for === 'organization' && fields.organization !== null ? scopeOf(fields.organization) : null;
}

function consequence(fields: Fields): string {
  if (fields.for === 'enterprise') {
    return fields.on === 'on' ? t.will.onEnterprise : t.will.offEnterprise;
  }
  return fields.on === 'on' ? t.will.onOrganization : t.will.offOrganization;
}
