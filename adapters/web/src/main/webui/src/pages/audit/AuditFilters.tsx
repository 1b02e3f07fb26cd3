import { Button, Card, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { instant } from '../../format';
import { texts } from '../../texts';
import { FoldedOnPhones } from '../../widgets/FoldedOnPhones';
import { fieldOf, instantOf, MomentField } from '../../widgets/MomentField';
import { partyName } from './Party';
import { PrincipalSelect } from './PrincipalSelect';
import { addressOf, type Question } from './question';

const t = texts.audit;
const LONGEST = 200;
const NOTHING: Question = { action: '', principal: '', target: '', text: '', from: '', until: '' };

interface AuditFiltersProps {
  question: Question;
  onAsk: (question: Question) => void;
}

export function AuditFilters({ question, onAsk }: AuditFiltersProps) {
  const form = useForm({
    initialValues: fieldsOf(question),
    validate: {
      until: (until, { from }) => (until !== '' && from !== '' && until <= from ? t.orderOfTimes : null),
    },
  });
  const { setValues } = form;
  const [isOpen, { toggle, close: fold }] = useDisclosure(false);
  const shown = useRef(question);
  const ask = (wanted: Question) => {
    shown.current = wanted;
    fold();
    onAsk(wanted);
  };

  // Another address, such as the one before, brings its question; what is asked here is in the fields already.
  useEffect(() => {
    if (!isSame(shown.current, question)) {
      shown.current = question;
      setValues(fieldsOf(question));
    }
  }, [question, setValues]);

  return (
    <section aria-label={t.filters}>
      <FoldedOnPhones title={t.filters} summary={summaryOf(question)} isOpen={isOpen} onToggle={toggle}>
        <Card withBorder>
          <form
            onSubmit={(event) => {
              form.onSubmit((values) => {
                ask(questionOf(values));
              })(event);
            }}
          >
            <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="sm">
              <Select
                label={t.action}
                placeholder={t.anyAction}
                searchable
                clearable
                clearButtonProps={{ 'aria-label': texts.filters.clear(t.action) }}
                nothingFoundMessage={texts.common.nothingFound}
                data={actionsWith(question.action)}
                value={form.values.action === '' ? null : form.values.action}
                onChange={(action) => {
                  form.setFieldValue('action', action ?? '');
                }}
              />
              <PrincipalSelect
                value={form.values.principal}
                onChange={(principal) => {
                  form.setFieldValue('principal', principal);
                }}
              />
              <TextInput
                label={t.target}
                placeholder={t.targetExample}
                maxLength={LONGEST}
                {...form.getInputProps('target')}
              />
              <TextInput
                label={t.text}
                placeholder={t.textExample}
                maxLength={LONGEST}
                {...form.getInputProps('text')}
              />
              <MomentField label={t.from} description={undefined} {...form.getInputProps('from')} />
              <MomentField label={t.until} description={undefined} {...form.getInputProps('until')} />
            </SimpleGrid>
            <Group justify="flex-end" mt="sm">
              <Button
                variant="default"
                disabled={[question, form.values].every(isNothing)}
                onClick={() => {
                  form.setValues(NOTHING);
                  ask(NOTHING);
                }}
              >
                {t.clear}
              </Button>
              <Button type="submit">{t.show}</Button>
            </Group>
          </form>
        </Card>
      </FoldedOnPhones>
    </section>
  );
}

/** An address may name one that is not known here. */
function actionsWith(asked: string) {
  const known = Object.entries(t.actions).map(([value, label]) => ({ value, label }));
  return asked === '' || asked in t.actions ? known : [{ value: asked, label: asked }, ...known];
}

function isSame(one: Question, other: Question): boolean {
  return JSON.stringify(addressOf(one)) === JSON.stringify(addressOf(other));
}

function isNothing(question: Question): boolean {
  return Object.keys(addressOf(question)).length === 0;
}

function fieldsOf(question: Question): Question {
  return { ...question, from: momentIn(question.from), until: momentIn(question.until) };
}

function questionOf(fields: Question): Question {
  return {
    ...fields,
    target: fields.target.trim(),
    text: fields.text.trim(),
    from: instantOf(fields.from) ?? '',
    until: instantOf(fields.until) ?? '',
  };
}

/** In one line what is asked. */
function summaryOf({ action, principal, target, text, from, until }: Question): string {
  const parts = [
    t.actions[action] ?? action,
    principal === '' ? '' : t.by(partyName(principal)),
    target === '' ? '' : t.onto(partyName(target)),
    text === '' ? '' : `“${text}”`,
    isInstant(from) ? t.since(instant(from)) : '',
    isInstant(until) ? t.before(instant(until)) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? t.everything : parts.join(' · ');
}

/** An address may be mistyped: what is no instant is nothing. */
function momentIn(text: string): string {
  return isInstant(text) ? fieldOf(text) : '';
}

function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
