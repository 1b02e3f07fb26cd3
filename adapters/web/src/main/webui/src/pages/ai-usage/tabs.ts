import { isMoney, type Meter } from '../../widgets/meters';
import { texts } from '../../texts';

export type Tab = keyof typeof texts.aiUsage.tabs;

export const TABS = Object.keys(texts.aiUsage.tabs) as Tab[];
export const TAB = 'tab';
/** What an address says of a tab, and means nothing to others. */
export const OF_A_TAB = ['measure', 'bucket', 'stack'];

const OF_ASSISTANTS = new Set(['chats', 'messages', 'chat-errors']);
const OF_WORKFLOWS = new Set(['workflow-runs', 'workflow-failures']);

export function tabOf(address: URLSearchParams): Tab {
  return TABS.find((tab) => tab === address.get(TAB)) ?? 'overview';
}

export function isOfAssistants({ id }: Meter): boolean {
  return OF_ASSISTANTS.has(id);
}

/** Which meters a section is about that tells activities apart. */
export const OF_ACTIVITIES = {
  assistants: isOfAssistants,
  workflows: ({ id }: Meter) => OF_WORKFLOWS.has(id),
  tools: ({ id }: Meter) => /(^|-)tools?(-|$)/.test(id),
} as const;

/** What is paid for in units of a vendor's own, such as ACUs. */
export function isVendorUnit(meter: Meter): boolean {
  return !isMoney(meter) && meter.unit !== null && /[A-Z]/.test(meter.unit);
}
