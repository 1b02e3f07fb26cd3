import { ActionIcon, Card, Group, Menu, SegmentedControl, Text, Title } from '@mantine/core';
import { IconDotsVertical, IconDownload, IconInfoCircle, IconSearch } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { texts } from '../texts';
import classes from './Panel.module.css';

export type Display = 'chart' | 'table';
export type ExportFormat = keyof typeof texts.widgets.formats;

interface PanelProps {
  title: string;
  /** What it says in words, such as what is counted. */
  description?: ReactNode;
  /** Given together by whatever can be seen both ways. */
  display?: Display;
  onDisplay?: (display: Display) => void;
  onExplain?: () => void;
  /** Where the file of a format comes from. */
  exportAddress?: (format: ExportFormat) => string;
  formats?: readonly ExportFormat[];
  /** Where the same question can be asked differently. */
  exploreAddress?: string;
  /** How fresh it is. */
  footer?: ReactNode;
  /** More to choose from, beside the title. */
  controls?: ReactNode;
  children: ReactNode;
}

/** The frame that all widgets share. */
export function Panel({
  title,
  description,
  display,
  onDisplay,
  onExplain,
  exportAddress,
  formats = ['csv', 'xlsx', 'jsonl'],
  exploreAddress,
  footer,
  controls,
  children,
}: PanelProps) {
  const titleId = useId();
  return (
    <Card withBorder padding="md" component="section" aria-labelledby={titleId} className={classes.panel}>
      <div className={classes.head}>
        <Title order={2} size="h5" id={titleId}>
          {title}
        </Title>
        <Group gap={6} wrap="nowrap" className={classes.controls}>
          {controls}
          {display !== undefined && onDisplay !== undefined && (
            <SegmentedControl
              size="xs"
              aria-label={`${texts.widgets.display}: ${title}`}
              value={display}
              onChange={(value) => {
                onDisplay(value as Display);
              }}
              data={[
                { value: 'chart', label: texts.widgets.chart },
                { value: 'table', label: texts.widgets.table },
              ]}
            />
          )}
          {(onExplain ?? exportAddress ?? exploreAddress) !== undefined && (
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={texts.widgets.actions(title)}>
                  <IconDotsVertical size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {onExplain && (
                  <Menu.Item leftSection={<IconInfoCircle size={16} />} onClick={onExplain}>
                    {texts.widgets.explain}
                  </Menu.Item>
                )}
                {exploreAddress !== undefined && (
                  <Menu.Item leftSection={<IconSearch size={16} />} component={Link} to={exploreAddress}>
                    {texts.widgets.openInExplore}
                  </Menu.Item>
                )}
                {exportAddress && (
                  <>
                    <Menu.Label>{texts.widgets.export}</Menu.Label>
                    {formats.map((format) => (
                      <Menu.Item
                        key={format}
                        leftSection={<IconDownload size={16} />}
                        component="a"
                        href={exportAddress(format)}
                        download
                      >
                        {texts.widgets.formats[format]}
                      </Menu.Item>
                    ))}
                  </>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
        {description !== undefined && (
          <Text size="sm" c="dimmed" component="div" className={classes.description}>
            {description}
          </Text>
        )}
      </div>
      <div className={classes.body}>{children}</div>
      {footer !== undefined && <div className={classes.footer}>{footer}</div>}
    </Card>
  );
}
