import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { address, type Parameters } from '../../api/client';
import { texts } from '../../texts';

const t = texts.myAnalytics.export;
const FORMATS = ['csv', 'xlsx', 'jsonl'] as const;

/** One's own figures to keep: per day by organization and product, and the sessions. */
export function ExportOwn({ usage, sessions }: { usage: Parameters; sessions: Parameters | undefined }) {
  const ownUsage = {
    ...usage,
    person: 'me',
    meter: 'acus',
    bucket: 'day',
    groupBy: ['organization', 'product'],
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t.button}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.usage}</Menu.Label>
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={address('/api/v1/usage/export', { ...ownUsage, format })}
            download
          >
            {texts.widgets.formats[format]}
          </Menu.Item>
        ))}
        {sessions && (
          <>
            <Menu.Label>{t.sessions}</Menu.Label>
            {FORMATS.map((format) => (
              <Menu.Item
                key={format}
                component="a"
                href={address('/api/v1/sessions/export', { ...sessions, format })}
                download
              >
                {texts.widgets.formats[format]}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
