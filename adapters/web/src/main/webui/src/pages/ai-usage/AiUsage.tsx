import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function AiUsage() {
  return <Page title={texts.common.sections.aiUsage}>{null}</Page>;
}
