import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function Roles() {
  return <Page title={texts.common.sections.roles}>{null}</Page>;
}
