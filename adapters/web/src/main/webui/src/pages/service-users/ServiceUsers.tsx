import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function ServiceUsers() {
  return <Page title={texts.common.sections.serviceUsers}>{null}</Page>;
}
