import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function ServiceUserDetail() {
  return <Page title={texts.common.sections.serviceUsers}>{null}</Page>;
}
