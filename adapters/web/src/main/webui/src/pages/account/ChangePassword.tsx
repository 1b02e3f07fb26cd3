import { Alert, Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { send } from '../../api/client';
import { SHORTEST } from '../../session/strength';
import type { Me } from '../../session/session';
import { texts } from '../../texts';
import { useAct, violationsOf } from '../../widgets/act';
import { Panel } from '../../widgets/Panel';
import { PasswordField, PasswordStrength } from '../../widgets/PasswordField';
import { reasonOf } from '../../widgets/States';

const t = texts.account.password;
const LONGEST = 256;
const EMPTY = { current: '', password: '', repeated: '' };

/** Of a local account; what else there is keeps its passwords elsewhere. */
export function ChangePassword({ me, isLocal }: { me: Me; isLocal: boolean }) {
  const isHere = me.account?.passwordHere ?? isLocal;
  return (
    <Panel title={t.title} description={isHere ? t.note : undefined}>
      {isHere ? <PasswordForm login={me.account?.login ?? me.name} /> : <Text size="sm">{t.elsewhere}</Text>}
    </Panel>
  );
}

function PasswordForm({ login }: { login: string }) {
  const form = useForm({
    initialValues: EMPTY,
    validate: {
      password: (password) => (password.length < SHORTEST ? t.tooShort : null),
      repeated: (repeated, { password }) => (repeated === password ? null : t.differs),
    },
  });
  const change = useAct({
    act: ({ current, password }: typeof EMPTY) =>
      send('put', '/api/v1/session/password', { body: { current, password } }),
    done: t.done,
    changes: [['session']],
    saysFailure: false,
    onDone: () => {
      form.setValues(EMPTY);
      form.clearErrors();
    },
  });
  const violations = violationsOf(change.error);
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        change.mutate(values, {
          onError: (error) => {
            form.setErrors(violationsOf(error));
          },
        });
      })}
    >
      <Stack maw={420}>
        {change.isError && Object.keys(violations).length === 0 && (
          <Alert color="red" role="alert">
            {reasonOf(change.error)}
          </Alert>
        )}
        {/* For password managers, which keep it by its login. */}
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <PasswordField
          label={t.current}
          autoComplete="current-password"
          required
          withAsterisk={false}
          maxLength={LONGEST}
          {...form.getInputProps('current')}
        />
        <div>
          <PasswordField
            label={t.chosen}
            autoComplete="new-password"
            required
            withAsterisk={false}
            maxLength={LONGEST}
            mb={6}
            {...form.getInputProps('password')}
          />
          <PasswordStrength password={form.values.password} login={login} />
        </div>
        <PasswordField
          label={t.repeated}
          autoComplete="new-password"
          required
          withAsterisk={false}
          maxLength={LONGEST}
          {...form.getInputProps('repeated')}
        />
        <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
          {t.submit}
        </Button>
      </Stack>
    </form>
  );
}
