import { Alert, Anchor, Breadcrumbs, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowMerge, IconArrowsSplit, IconLinkOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Schema } from '../../api/client';
import { may } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { FormButton } from '../../widgets/FormButton';
import { confirm, useAct } from '../../widgets/act';
import { Panel } from '../../widgets/Panel';
import { personQuery, PersonName } from '../../widgets/recipients';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { Numbered } from '../Numbered';
import { RolesOf } from '../roles/RolesOf';
import { LinksTable } from './LinksTable';
import { LinkUser } from './LinkForms';
import { merge, MergePerson, separate } from './MergePerson';
import { LINKED } from './vendorUsers';

type Person = Schema<'Person'>;

const t = texts.people;
const HEIGHT = 400;

export default function PersonDetail() {
  return (
    <Permitted to={SECTIONS.people}>
      <Numbered>{(id) => <Detail id={id} />}</Numbered>
    </Permitted>
  );
}

function Detail({ id }: { id: number }) {
  const mayManage = may(useSignedIn(), 'ManageAccountMembership');
  const described = useQuery(personQuery(id));
  const person = described.data?.person;
  return (
    <>
      <Breadcrumbs mb="xs">
        <Anchor component={Link} to="/settings/people" size="sm">
          {texts.common.sections.people}
        </Anchor>
        <Text size="sm">{person?.name ?? id}</Text>
      </Breadcrumbs>
      <Page
        title={person?.name ?? texts.common.sections.people}
        actions={mayManage && person?.mergedInto === null && <Merge person={person} />}
      >
        {described.isPending && <Loading height={HEIGHT} />}
        {described.isError && <Failed error={described.error} retry={() => void described.refetch()} />}
        {described.data !== undefined && (
          <Stack>
            {described.data.person.mergedInto !== null && (
              <PartOf
                person={described.data.person}
                into={described.data.person.mergedInto}
                mayManage={mayManage}
              />
            )}
            <Links described={described.data} mayManage={mayManage} />
            <RolesOf
              title={t.roles.title}
              note={t.roles.note}
              none={t.roles.none}
              name={described.data.person.name}
              to={{ person: id }}
            />
            <Panel title={t.journal.title} description={t.journal.note}>
              {described.data.journal.length === 0 ? (
                <Text size="sm">{t.journal.none}</Text>
              ) : described.data.journal.every(({ detachedAt }) => detachedAt === null) ? (
                <Text size="sm">{t.journal.nothingElse}</Text>
              ) : (
                <LinksTable
                  caption={t.journal.title}
                  person={described.data.person}
                  links={described.data.journal}
                  isJournal
                  mayManage={false}
                />
              )}
            </Panel>
          </Stack>
        )}
      </Page>
    </>
  );
}

function Merge({ person }: { person: Person }) {
  return (
    <FormButton
      action={t.merge.action}
      title={t.merge.title(person.name)}
      icon={IconArrowMerge}
      variant="default"
    >
      {(close) => <MergePerson person={person} onClose={close} />}
    </FormButton>
  );
}

function PartOf({ person, into, mayManage }: { person: Person; into: number; mayManage: boolean }) {
  const act = useAct({
    act: () => separate(person.id),
    done: t.merge.separated(person.name),
    undo: () => merge(person.id, into),
    changes: LINKED,
  });
  return (
    <Alert variant="light" icon={<IconArrowMerge aria-hidden />}>
      <Group justify="space-between">
        <Text size="sm" component="div">
          {t.merge.isPart(person.name)} <PersonName id={into} />
        </Text>
        {mayManage && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowsSplit size={14} aria-hidden />}
            onClick={() => {
              confirm({
                title: t.merge.separateTitle(person.name),
                text: t.merge.separateText(person.name),
                action: t.merge.separate,
                isDangerous: false,
                onConfirm: () => {
                  act.mutate();
                },
              });
            }}
          >
            {t.merge.separate}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

function Links({
  described: { person, links },
  mayManage,
}: {
  described: Schema<'DescribedPerson'>;
  mayManage: boolean;
}) {
  return (
    <Panel
      title={t.links.title}
      description={t.links.note}
      controls={
        mayManage && (
          <FormButton action={t.link.action} title={t.link.title(person.name)} size="xs" variant="light">
            {(close) => <LinkUser person={person} onClose={close} />}
          </FormButton>
        )
      }
    >
      {links.length === 0 ? (
        <Nothing icon={<IconLinkOff aria-hidden />} title={t.links.none} />
      ) : (
        <LinksTable
          caption={t.links.title}
          person={person}
          links={links}
          isJournal={false}
          mayManage={mayManage}
        />
      )}
    </Panel>
  );
}
