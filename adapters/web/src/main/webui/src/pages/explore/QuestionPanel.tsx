import {
  Button,
  Card,
  Group,
  Input,
  MultiSelect,
  SegmentedControl,
  Select,
  SimpleGrid,
  Switch,
  Title,
} from '@mantine/core';
import { IconRotate } from '@tabler/icons-react';
import { useId } from 'react';
import { ChoiceFilter } from '../../filters/ChoiceFilter';
import { texts } from '../../texts';
import type { Meter } from '../../widgets/meters';
import type { Bucket, Dimension } from '../../widgets/series';
import { BUCKETS, DIMENSIONS, DISPLAYS, type Asked, type ExploreDisplay } from './question';
import classes from './QuestionPanel.module.css';

const t = texts.explore;
const ALL = 'all';
const CHOICES = { input: classes.choices, inputField: classes.field, pill: classes.pill };
const TOPS = [5, 10, 20, 50, 100];

interface QuestionPanelProps {
  asked: Asked;
  /** What is asked for where the address does not say. */
  meters: readonly string[];
  bucket: Bucket;
  offered: readonly Meter[];
  onChange: (some: Partial<Asked>) => void;
  onStartOver: () => void;
}

/** What is asked, beside the filters of all sections. */
export function QuestionPanel({ asked, meters, bucket, offered, onChange, onStartOver }: QuestionPanelProps) {
  const titleId = useId();
  return (
    <Card
      withBorder
      padding="md"
      component="section"
      aria-labelledby={titleId}
      mb="md"
      className={classes.panel}
    >
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5" id={titleId}>
          {t.question}
        </Title>
        <Group gap="md">
          <Switch
            label={t.compare}
            checked={asked.compare}
            onChange={(event) => {
              onChange({ compare: event.currentTarget.checked });
            }}
          />
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconRotate size={16} />}
            onClick={onStartOver}
          >
            {t.startOver}
          </Button>
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
        <MultiSelect
          label={t.measures}
          placeholder={meters.length === 0 ? t.chooseMeasures : undefined}
          searchable
          nothingFoundMessage={texts.filters.nothingFound}
          data={measuresOffered(offered, meters)}
          value={[...meters]}
          onChange={(chosen) => {
            onChange({ meters: chosen });
          }}
          classNames={CHOICES}
          hidePickedOptions={false}
        />
        <MultiSelect
          label={t.groupBy}
          placeholder={asked.groupBy.length === 0 ? t.together : undefined}
          data={DIMENSIONS.map((value) => ({ value, label: texts.widgets.dimensions[value] }))}
          value={asked.groupBy}
          onChange={(groupBy) => {
            onChange({ groupBy: groupBy as Dimension[] });
          }}
          classNames={CHOICES}
        />
        <Select
          label={t.time}
          allowDeselect={false}
          data={BUCKETS.map((value) => ({ value, label: texts.widgets.buckets[value] }))}
          value={bucket}
          onChange={(value) => {
            onChange({ bucket: value as Bucket });
          }}
        />
        <Select
          label={t.top}
          allowDeselect={false}
          disabled={asked.groupBy.length === 0}
          data={topsOffered(asked.top)}
          value={asked.top === null ? ALL : String(asked.top)}
          onChange={(value) => {
            onChange({ top: value === ALL ? null : Number(value) });
          }}
        />
        <ChoiceFilter
          filter="product"
          label={t.products}
          placeholder={t.all}
          values={asked.product}
          onChange={(product) => {
            onChange({ product });
          }}
        />
        <ChoiceFilter
          filter="model"
          label={t.models}
          placeholder={t.all}
          values={asked.model}
          onChange={(model) => {
            onChange({ model });
          }}
        />
        <ChoiceFilter
          filter="activity"
          label={t.activities}
          placeholder={t.all}
          values={asked.activity}
          onChange={(activity) => {
            onChange({ activity });
          }}
        />
        <Input.Wrapper
          label={t.display}
          labelElement="div"
          description={bucket === 'none' ? t.linesNeedTime : undefined}
          inputWrapperOrder={['label', 'input', 'description']}
        >
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t.display}
            value={asked.display}
            onChange={(display) => {
              onChange({ display: display as ExploreDisplay });
            }}
            data={DISPLAYS.map((value) => ({
              value,
              label: t.displays[value],
              disabled: bucket === 'none' && needsTime(value),
            }))}
          />
        </Input.Wrapper>
      </SimpleGrid>
    </Card>
  );
}

function needsTime(display: ExploreDisplay): boolean {
  return display === 'line' || display === 'area';
}

/** What sources state, and what the address asks for even where none does. */
function measuresOffered(offered: readonly Meter[], chosen: readonly string[]) {
  const unknown = chosen.filter((id) => !offered.some((meter) => meter.id === id));
  return [
    ...offered.map(({ id, name }) => ({ value: id, label: name })),
    ...unknown.map((id) => ({ value: id, label: id })),
  ];
}

function topsOffered(top: number | null) {
  const tops = top === null || TOPS.includes(top) ? TOPS : [...TOPS, top].sort((one, other) => one - other);
  return [
    { value: ALL, label: t.allGroups },
    ...tops.map((count) => ({ value: String(count), label: t.topGroups(count) })),
  ];
}
