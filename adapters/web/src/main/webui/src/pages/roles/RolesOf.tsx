import { IconShieldOff } from '@tabler/icons-react';
import { texts } from '../../texts';
import { FormButton } from '../../widgets/FormButton';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { may } from '../../session/session';
import { useSignedIn } from '../../shell/Page';
import { AssignmentsTable } from './AssignmentsTable';
import { GiveRole } from './GiveRole';
import { useAssignments, type Recipient } from './queries';

const t = texts.roles.assignments;
const HEIGHT = 160;

interface RolesOfProps {
  title: string;
  note: string;
  none: string;
  /** What they are called; null for everybody. */
  name: string | null;
  /** Whose; null for everybody's. */
  to: Recipient | null;
}

/** Who was given which role where, all or one. */
export function RolesOf({ title, note, none, name, to }: RolesOfProps) {
  const mayGive = may(useSignedIn(), 'ManageAccountMembership');
  const assignments = useAssignments();
  const rows = assignments.data?.filter(
    (one) =>
      to === null ||
      (one.to.person === to.person && one.to.serviceUser === to.serviceUser && one.to.group === to.group),
  );
  return (
    <Panel
      title={title}
      description={note}
      controls={
        mayGive && (
          <FormButton
            action={t.give}
            title={name === null ? t.give : t.giveTo(name)}
            size="xs"
            variant="light"
          >
            {(close) => <GiveRole to={to} onClose={close} />}
          </FormButton>
        )
      }
    >
      {assignments.isPending && <Loading height={HEIGHT} />}
      {assignments.isError && <Failed error={assignments.error} retry={() => void assignments.refetch()} />}
      {rows?.length === 0 && <Nothing icon={<IconShieldOff aria-hidden />} title={none} />}
      {rows !== undefined && rows.length > 0 && (
        <AssignmentsTable caption={title} rows={rows} isOfAll={to === null} mayTake={mayGive} />
      )}
    </Panel>
  );
}
