import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '../../shell/Page';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { findPeople, personQuery, useServiceUsers } from '../../widgets/recipients';
import { SearchSelect, type Option } from '../../widgets/SearchSelect';
import { partyName } from './Party';

const t = texts.audit;
const PERSON = /^person:(\d+)$/;
const OTHERS: readonly Option[] = ['bootstrap-key', 'tallyport'].map((value) => ({
  value,
  label: partyName(value),
}));

interface PrincipalSelectProps {
  value: string;
  onChange: (value: string) => void;
}

/** Whoever acts: people, programs, or Tallyport by itself. */
export function PrincipalSelect({ value, onChange }: PrincipalSelectProps) {
  const seesPeople = SECTIONS.people.isFor(useSignedIn());
  const serviceUsers = useServiceUsers();
  const person = PERSON.exec(value)?.[1];
  const described = useQuery({
    ...personQuery(Number(person)),
    enabled: seesPeople && person !== undefined,
  });
  const programs = (serviceUsers.data ?? []).map(({ id, name }) => ({
    value: `service-user:${id}`,
    label: `${name} (${texts.roles.recipients.serviceUser.toLowerCase()})`,
  }));
  const label =
    programs.find((one) => one.value === value)?.label ?? described.data?.person.name ?? partyName(value);
  return (
    <SearchSelect
      // What it is called is known later than what it is.
      key={label}
      name="principals"
      label={t.principal}
      placeholder={t.anybody}
      initially={value === '' ? null : { value, label }}
      find={async (search, signal) => {
        const people = seesPeople ? await findPeople(search, signal) : [];
        return [
          ...people.map((one) => ({ ...one, value: `person:${one.value}` })),
          ...[...programs, ...OTHERS].filter((one) =>
            one.label.toLowerCase().includes((search ?? '').toLowerCase()),
          ),
        ];
      }}
      value={value === '' ? null : value}
      onChange={(chosen) => {
        onChange(chosen ?? '');
      }}
    />
  );
}
