import { Autocomplete, Button, Group, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { texts } from '../../texts';
import { fieldOf, instantOf, MomentField } from '../../widgets/MomentField';
import { Panel } from '../../widgets/Panel';
import { ACTIONS } from './actions';
import type { Question } from './question';

const t = texts.audit;
const LONGEST = 200;
const NOTHING: Question = { action: '', principal: '', target: '', text: '', from: '', until: '' };

interface AuditFiltersProps {
  question: Question;
  onAsk: (question: Question) => void;
}

export function AuditFilters({ question, onAsk }: AuditFiltersProps) {
  const form = useForm({
    initialValues: { ...question, from: momentIn(question.from), until: momentIn(question.until) },
    validate: {
      until: (until, { from }) => (until !== '' && from !== '' && until <= from ? t.orderOfTimes : null),
    },
  });
  return (
    <Panel title={t.filters}>
      <form
        onSubmit={form.onSubmit((values) => {
          onAsk({
            ...values,
            from: instantOf(values.from) ?? '',
            until: instantOf(values.until) ?? '',
          });
        })}
      >
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="sm">
          <Autocomplete
            label={t.action}
            data={ACTIONS}
            maxLength={LONGEST}
            {...form.getInputProps('action')}
          />
          <TextInput label={t.principal} maxLength={LONGEST} {...form.getInputProps('principal')} />
          <TextInput label={t.target} maxLength={LONGEST} {...form.getInputProps('target')} />
          <TextInput label={t.text} maxLength={LONGEST} {...form.getInputProps('text')} />
          <MomentField label={t.from} description={undefined} {...form.getInputProps('from')} />
          <MomentField label={t.until} description={undefined} {...form.getInputProps('until')} />
        </SimpleGrid>
        <Group justify="flex-end" mt="sm">
          <Button
            variant="default"
            onClick={() => {
              onAsk(NOTHING);
            }}
          >
            {t.clear}
          </Button>
          <Button type="submit">{t.show}</Button>
        </Group>
      </form>
    </Panel>
  );
}

/** An address may be mistyped: what is no instant is nothing. */
function momentIn(instant: string): string {
  return Number.isNaN(Date.parse(instant)) ? '' : fieldOf(instant);
}
