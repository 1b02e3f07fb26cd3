import {
  ActionIcon,
  AppShell,
  Burger,
  Group,
  Menu,
  NavLink,
  Text,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure, useWindowEvent } from '@mantine/hooks';
import { IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { Suspense, useEffect, useRef } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useFilterAddress } from '../filters/filters';
import { useSession, useSignOut, type Me } from '../session/session';
import { texts } from '../texts';
import { Loading } from '../widgets/States';
import { ENTERPRISE_SECTIONS, OWN_SECTIONS, USAGE_SECTIONS, type Section } from './sections';
import classes from './Shell.module.css';

const t = texts.common;

/** The frame around every page of whoever is signed in. */
export function Shell({ me }: { me: Me }) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const burger = useRef<HTMLButtonElement>(null);
  const opened = useRef(pathname);

  // Another page begins at its top, for whoever reads it by ear, too.
  useEffect(() => {
    if (opened.current !== pathname) {
      opened.current = pathname;
      close();
      main.current?.focus();
      window.scrollTo(0, 0);
    }
  }, [pathname, close]);

  useWindowEvent('keydown', ({ key }) => {
    if (isOpen && key === 'Escape') {
      close();
      burger.current?.focus();
    }
  });

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'sm', md: 'lg' }}
    >
      <a href="#content" className={classes.skip}>
        {t.skipToContent}
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger
              ref={burger}
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t.menu}
              aria-expanded={isOpen}
            />
            <Link to="/" className={classes.home}>
              <img src="/favicon.svg" alt="" width={24} height={24} />
              <Text fw={700} component="span">
                {t.product}
              </Text>
            </Link>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <ColorSchemeSwitch />
            <AccountMenu me={me} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        p="xs"
        component="nav"
        aria-label={t.menu}
        className={classes.navbar}
        data-open={isOpen || undefined}
      >
        <Sections me={me} sections={USAGE_SECTIONS} withFilters />
        <Text className={classes.heading}>{`${t.sections.settings} · ${t.sections.enterprise}`}</Text>
        <Sections me={me} sections={ENTERPRISE_SECTIONS} />
        <Text className={classes.heading}>{t.sections.account}</Text>
        <Sections me={me} sections={OWN_SECTIONS} />
      </AppShell.Navbar>
      <AppShell.Main id="content" ref={main} tabIndex={-1} className={classes.main}>
        <Suspense fallback={<Loading height={400} />}>
          <Outlet context={me} />
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}

/** Filters go along from section to section. */
function Sections({
  me,
  sections,
  withFilters = false,
}: {
  me: Me;
  sections: readonly Section[];
  withFilters?: boolean;
}) {
  const { pathname } = useLocation();
  const filters = useFilterAddress();
  return sections
    .filter((section) => section.isFor(me))
    .map(({ path, title, icon: Icon }) => {
      const isHere = pathname === path || pathname.startsWith(`${path}/`);
      return (
        <NavLink
          key={path}
          component={Link}
          to={withFilters ? `${path}?${filters}` : path}
          label={title}
          leftSection={<Icon size={18} aria-hidden />}
          active={isHere}
          aria-current={isHere ? 'page' : undefined}
          className={classes.link}
        />
      );
    });
}

function ColorSchemeSwitch() {
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const isDark = scheme === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={isDark ? t.colorScheme.light : t.colorScheme.dark}
      onClick={() => {
        setColorScheme(isDark ? 'light' : 'dark');
      }}
    >
      {isDark ? <IconSun size={20} /> : <IconMoon size={20} />}
    </ActionIcon>
  );
}

function AccountMenu({ me }: { me: Me }) {
  const session = useSession();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={classes.account}>
          <IconUser size={18} aria-hidden /> <span>{me.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/settings/account" leftSection={<IconUser size={16} />}>
          {t.sections.account}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() => {
            signOut.mutate({ local: session.data?.local !== false });
          }}
        >
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
